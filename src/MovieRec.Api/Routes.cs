using static MovieRec.Api.FunctionName;

namespace MovieRec.Api;

/// <summary>
/// THE table: what the service answers, who answers it, who may call it and which tables that touches. The local host, the CDK app
/// and the tests read it; nothing else says any of this.
/// </summary>
public static class Routes
{
    private const int Kibibyte = 1024;

    public static IReadOnlyList<Route> All { get; } =
    [
        Public("POST", "/auth/signin", Signin),
        Public("POST", "/auth/signup", Signup),
        Public("POST", "/auth/refresh", RefreshToken),

        Protected("GET", "/user/preferences", UserPreferences, reads: [Table.UserPreferences]),
        Protected("POST", "/user/preferences", UserPreferences, writes: [Table.UserPreferences], bodyLimit: 64 * Kibibyte),

        Protected("GET", "/user/favourites", Favourites, reads: [Table.Favourites]),
        Protected("POST", "/user/favourites", Favourites, reads: [Table.Favourites, Table.MovieRecCache], writes: [Table.Favourites]),
        Protected("DELETE", "/user/favourites", Favourites, reads: [Table.Favourites], writes: [Table.Favourites]),

        Protected("GET", "/user/watchlist", Watchlist, reads: [Table.Watchlist]),
        Protected("POST", "/user/watchlist", Watchlist, reads: [Table.Watchlist, Table.MovieRecCache], writes: [Table.Watchlist]),
        Protected("DELETE", "/user/watchlist", Watchlist, reads: [Table.Watchlist], writes: [Table.Watchlist]),

        // Titles of lists that the catalogue does not have are noted.
        Protected("GET", "/recommendations", FunctionName.MovieRec, reads: TasteAndCatalogue, writes: [Table.MovieRecCache]),
        Protected("POST", "/recommendations", FunctionName.MovieRec, reads: TasteAndCatalogue, writes: [Table.MovieRecCache]),

        // What it asks TMDB for is kept.
        Public("GET", "/media", MediaCache, reads: [Table.MovieRecCache], writes: [Table.MovieRecCache]),
    ];

    private static Table[] TasteAndCatalogue => [Table.UserPreferences, Table.Favourites, Table.Watchlist, Table.MovieRecCache];

    private static Route Public(string verb, string path, FunctionName function, Table[]? reads = null, Table[]? writes = null) =>
        new(verb, path, function, Access.Public, reads ?? [], writes ?? [], 16 * Kibibyte);

    private static Route Protected(
        string verb, string path, FunctionName function, Table[]? reads = null, Table[]? writes = null, int bodyLimit = 16 * Kibibyte) =>
        new(verb, path, function, Access.Protected, reads ?? [], writes ?? [], bodyLimit);
}
