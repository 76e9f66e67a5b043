using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Auth;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Media;
using MovieRec.Api.MediaLists;
using MovieRec.Api.Preferences;
using MovieRec.Api.Recommendations;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Inbox;
using MovieRec.Sqlite.MediaLists;
using MovieRec.Sqlite.Preferences;
using MovieRec.Sqlite.Settings;
using MovieRec.Sqlite.UserPool;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.OpenApi;

namespace MovieRec.Api.Tests.Hosting;

/// <summary>The eight functions without a host, over SQLite on disk with a small catalogue.</summary>
/// <remarks>Every response is checked against the contract.</remarks>
internal sealed class Service : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MovieRecDatabase _database;
    private readonly Lazy<IUserPool> _pool;
    private readonly Dictionary<FunctionName, IFunction> _functions;

    private Service(IMediaSource? source)
    {
        _database = MovieRecDatabase.Open(_folder.File("movierec.db"), NullLogger<MovieRecDatabase>.Instance);
        Titles = new SqliteTitleRecords(_database, Clock);
        Snapshots = new SqliteSnapshotStore(_database);
        Lists = new SqliteSourceListCache(_database, Clock);
        Wanted = new SqliteWantedTitles(_database);
        Inbox = new SqliteInbox(_database);
        Catalogue = new CatalogueCache(Snapshots, withNames: true, null, Clock, NullLogger.Instance);
        // Created at first use: few tests sign in, and a new pool generates a signing key.
        _pool = new Lazy<IUserPool>(() => new LocalUserPool(
            _database, LocalPoolIdentity.LoadOrCreate(new SqliteSettings(_database)),
            new LocalUserPoolOptions { Issuer = "http://localhost/local_test", HashIterations = 1_000 },
            Inbox, Clock, NullLogger<LocalUserPool>.Instance));
        var responses = source is null ? null : new SourceLookup(source, Titles, Lists, Clock, NullLogger.Instance);
        var preferences = new SqlitePreferencesStore(_database);
        var favourites = SqliteMediaListStore.Favourites(_database);
        var watchlist = SqliteMediaListStore.Watchlist(_database);
        var continuation = new KnownContinuationKey(RandomNumberGenerator.GetBytes(ContinuationTokens.KeyBytes));
        _functions = new Dictionary<FunctionName, IFunction>
        {
            [FunctionName.UserPreferences] = Guarded(FunctionName.UserPreferences, new UserPreferencesFunction(preferences, Clock)),
            [FunctionName.Favourites] = Guarded(FunctionName.Favourites, new FavouritesFunction(favourites, Titles, continuation, Clock)),
            [FunctionName.Watchlist] = Guarded(FunctionName.Watchlist, new WatchlistFunction(watchlist, Titles, continuation, Clock)),
            [FunctionName.MovieRec] = Guarded(
                FunctionName.MovieRec, new MovieRecFunction(preferences, favourites, watchlist, Catalogue, Titles, Wanted, Clock)),
            [FunctionName.MediaCache] = Open(FunctionName.MediaCache, new MediaCacheFunction(Catalogue, Titles, responses, Clock)),
        };
    }

    public ManualClock Clock { get; } = new();

    public CorsPolicy Cors { get; } = CorsPolicy.Parse(CorsPolicy.DefaultOrigins);

    public SqliteTitleRecords Titles { get; }

    public SqliteSnapshotStore Snapshots { get; }

    public SqliteSourceListCache Lists { get; }

    public SqliteWantedTitles Wanted { get; }

    public SqliteInbox Inbox { get; }

    public CatalogueCache Catalogue { get; }

    public static async Task<Service> StartAsync(params IReadOnlyList<Title> titles)
    {
        var service = new Service(null);
        await service.PublishAsync(new CatalogueContent("embedded-test", titles));
        return service;
    }

    /// <summary>Starts a service with a TMDB catalogue, which asks <paramref name="source"/> for other titles.</summary>
    public static async Task<Service> StartAsync(IMediaSource source, params IReadOnlyList<Title> titles)
    {
        var service = new Service(source);
        if (titles.Count > 0)
            await service.PublishAsync(new CatalogueContent("tmdb-test", titles));
        return service;
    }

    /// <summary>Writes the titles' records and publishes the catalogue.</summary>
    public async Task PublishAsync(CatalogueContent content)
    {
        await Titles.WriteAsync([.. content.Titles.Select(title => new TitleRecord(title))], TestContext.Current.CancellationToken);
        await new CataloguePublisher(Snapshots, NullLogger.Instance).PublishAsync(content, TestContext.Current.CancellationToken);
    }

    public Task<ClientResponse> GetAsync(string target, string? user = null, params (string Name, string Value)[] headers) =>
        SendAsync("GET", target, [], user, headers);

    public Task<ClientResponse> PostAsync(string target, object body, string? user = null, params (string Name, string Value)[] headers) =>
        SendAsync("POST", target, JsonSerializer.SerializeToUtf8Bytes(body), user, headers);

    public Task<ClientResponse> PostRawAsync(string target, string body, string? user = null) =>
        SendAsync("POST", target, Encoding.UTF8.GetBytes(body), user);

    public Task<ClientResponse> DeleteAsync(string target, string user, object? body = null) =>
        SendAsync("DELETE", target, body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body), user);

    public async Task<ClientResponse> SendAsync(
        string verb, string target, byte[] body, string? user, params (string Name, string Value)[] headers)
    {
        var (path, query) = target.Split('?', 2) is [var only, var parameters] ? (only, parameters) : (target, "");
        var fields = headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
        if (body.Length > 0)
            fields.TryAdd("Content-Type", "application/json");
        if (user is not null)
            fields["Authorization"] = $"Bearer {user}";
        var request = new ApiRequest
        {
            Method = verb,
            Path = path,
            Route = Routes.Find(verb, path),
            RequestId = "request-1",
            Query = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
                .GroupBy(pair => Decoded(pair[0]), pair => Decoded(pair[1]), StringComparer.Ordinal)
                .ToDictionary(values => values.Key, values => values.Last(), StringComparer.Ordinal),
            Headers = fields,
            Body = body,
        };
        var function = Routes.All.First(route => route.Path == path).Function;
        var response = ObservedResponse.From(await GetFunction(function).HandleAsync(request, TestContext.Current.CancellationToken));
        OpenApiContract.Current.Check(verb, path, response).ShouldBeEmpty();
        return new ClientResponse(response);
    }

    public ValueTask DisposeAsync()
    {
        Catalogue.Dispose();
        _database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Decodes as the gateway does: bytes that are not UTF-8 become U+FFFD.</summary>
    private static string Decoded(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Encoding.UTF8.GetString(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length));
    }

    private IFunction GetFunction(FunctionName name) => name switch
    {
        FunctionName.Signin => Open(name, new SigninFunction(_pool.Value)),
        FunctionName.Signup => Open(name, new SignupFunction(_pool.Value)),
        FunctionName.RefreshToken => Open(name, new RefreshTokenFunction(_pool.Value)),
        _ => _functions[name],
    };

    private FunctionPipeline Open(FunctionName name, IFunction function) => new(name, function, Cors, NullLogger.Instance);

    private FunctionPipeline Guarded(FunctionName name, IAuthenticatedFunction function) =>
        new(name, function, new NamedTokens(), Cors, NullLogger.Instance);
}
