using System.Security.Cryptography;
using MovieRec.Api;
using MovieRec.Api.Auth;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Media;
using MovieRec.Api.MediaLists;
using MovieRec.Api.Preferences;
using MovieRec.Api.Recommendations;
using MovieRec.LocalHost.Gateway;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.MediaLists;
using MovieRec.Sqlite.Settings;

namespace MovieRec.LocalHost.Standalone;

/// <summary>Composition of the eight functions over SQLite.</summary>
internal static class Functions
{
    public static FunctionSet Compose(IServiceProvider services)
    {
        var database = services.GetRequiredService<MovieRecDatabase>();
        var preferences = services.GetRequiredService<IPreferencesStore>();
        var favourites = SqliteMediaListStore.Favourites(database);
        var watchlist = SqliteMediaListStore.Watchlist(database);
        var catalogue = services.GetRequiredService<CatalogueCache>();
        var titles = services.GetRequiredService<ITitleRecords>();
        var wanted = services.GetRequiredService<IWantedTitles>();
        var pool = services.GetRequiredService<IUserPool>();
        var clock = services.GetRequiredService<TimeProvider>();
        var continuation = new KnownContinuationKey(services.GetRequiredService<SqliteSettings>()
            .GetOrCreate("continuation-key", () => RandomNumberGenerator.GetBytes(ContinuationTokens.KeyBytes)));

        IFunction Open(FunctionName name, IFunction function) =>
            new FunctionPipeline(name, function, services.GetRequiredService<CorsPolicy>(), LogOf(name));
        IFunction Guarded(FunctionName name, IAuthenticatedFunction function) => new FunctionPipeline(
            name, function, services.GetRequiredService<ITokenVerifier>(), services.GetRequiredService<CorsPolicy>(), LogOf(name));
        ILogger LogOf(FunctionName name) => services.GetRequiredService<ILoggerFactory>().CreateLogger(name.GetHandler());

        return new FunctionSet(new Dictionary<FunctionName, IFunction>
        {
            [FunctionName.Signin] = Open(FunctionName.Signin, new SigninFunction(pool)),
            [FunctionName.Signup] = Open(FunctionName.Signup, new SignupFunction(pool)),
            [FunctionName.RefreshToken] = Open(FunctionName.RefreshToken, new RefreshTokenFunction(pool)),
            [FunctionName.UserPreferences] = Guarded(FunctionName.UserPreferences, new UserPreferencesFunction(preferences, clock)),
            [FunctionName.Favourites] = Guarded(
                FunctionName.Favourites, new FavouritesFunction(favourites, titles, continuation, clock)),
            [FunctionName.Watchlist] = Guarded(
                FunctionName.Watchlist, new WatchlistFunction(watchlist, titles, continuation, clock)),
            [FunctionName.MovieRec] = Guarded(
                FunctionName.MovieRec, new MovieRecFunction(preferences, favourites, watchlist, catalogue, titles, wanted, clock)),
            [FunctionName.MediaCache] =
                Open(FunctionName.MediaCache, new MediaCacheFunction(catalogue, titles, services.GetService<SourceLookup>(), clock)),
        });
    }
}
