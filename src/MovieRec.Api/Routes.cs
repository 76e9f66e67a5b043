using System.Collections.Frozen;
using static MovieRec.Api.FunctionName;

namespace MovieRec.Api;

/// <summary>The route table: every route with its function, access and tables.</summary>
/// <remarks>The only place that states them; the local host, the CDK app and the tests read it.</remarks>
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

        // Notes listed titles that the catalogue does not have.
        Protected("GET", "/recommendations", FunctionName.MovieRec, reads: TasteAndCatalogue, writes: [Table.MovieRecCache]),
        Protected("POST", "/recommendations", FunctionName.MovieRec, reads: TasteAndCatalogue, writes: [Table.MovieRecCache]),

        // Caches the responses of TMDB.
        Public("GET", "/media", MediaCache, reads: [Table.MovieRecCache], writes: [Table.MovieRecCache]),
    ];

    /// <summary>The paths with their routes, in the order of the table.</summary>
    public static IReadOnlyList<ApiResource> Resources { get; } =
        [.. All.GroupBy(route => route.Path).Select(path => new ApiResource(path.Key, [.. path]))];

    private static readonly FrozenDictionary<string, ApiResource> s_byPath = Resources.ToFrozenDictionary(resource => resource.Path);

    /// <summary>Finds the resource of a path, case-sensitive; null if there is none.</summary>
    public static ApiResource? FindResource(string path) => s_byPath.GetValueOrDefault(path);

    /// <summary>Finds the route of a request, case-sensitive; null if there is none.</summary>
    public static Route? Find(string method, string path) => FindResource(path)?.Find(method);

    /// <summary>Returns the routes of a function.</summary>
    public static IEnumerable<Route> GetRoutes(FunctionName function) => All.Where(route => route.Function == function);

    private static Table[] TasteAndCatalogue => [Table.UserPreferences, Table.Favourites, Table.Watchlist, Table.MovieRecCache];

    private static Route Public(string method, string path, FunctionName function, Table[]? reads = null, Table[]? writes = null) =>
        new(method, path, function, Access.Public, reads ?? [], writes ?? [], 16 * Kibibyte);

    private static Route Protected(
        string method, string path, FunctionName function, Table[]? reads = null, Table[]? writes = null, int bodyLimit = 16 * Kibibyte) =>
        new(method, path, function, Access.Protected, reads ?? [], writes ?? [], bodyLimit);
}
