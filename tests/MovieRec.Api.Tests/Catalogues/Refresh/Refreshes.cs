using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Database;
using MovieRec.TestKit;
using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb;

namespace MovieRec.Api.Tests.Catalogues.Refresh;

/// <summary>Refreshes from a stand-in of TMDB into SQLite on disk.</summary>
internal sealed class Refreshes : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = TmdbHttp.CreateClient();
    private readonly MovieRecDatabase _database;
    private int _runs;

    public Refreshes(TmdbServer tmdb)
    {
        Tmdb = tmdb;
        _database = MovieRecDatabase.Open(_folder.File("movierec.db"), NullLogger<MovieRecDatabase>.Instance);
        Records = new SqliteTitleRecords(_database, Clock);
        Snapshots = new SqliteSnapshotStore(_database);
        Wanted = new SqliteWantedTitles(_database);
        State = new SqliteRefreshState(_database);
    }

    public static RefreshOptions Small { get; } = new() { Films = 1_000, Series = 1_000 };

    public ManualClock Clock { get; } = new();

    public TmdbServer Tmdb { get; }

    public SqliteTitleRecords Records { get; }

    public SqliteSnapshotStore Snapshots { get; }

    public SqliteWantedTitles Wanted { get; }

    public SqliteRefreshState State { get; }

    /// <summary>Number of requests for details so far.</summary>
    public int Details => Tmdb.Received.Count(request => request.Path.Split('/') is ["movie" or "tv", var id] && id.All(char.IsAsciiDigit));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<RefreshOutcome> RunAsync(RefreshOptions? options = null, Action<RefreshProgress>? progress = null, string? key = null) =>
        RunAsync(options, progress, key, Token);

    public async Task<RefreshOutcome> RunAsync(
        RefreshOptions? options, Action<RefreshProgress>? progress, string? key, CancellationToken cancellationToken)
    {
        using var source = GetSource(key);
        var refresh = new CatalogueRefresh(source, Records, Snapshots, Wanted, State, Clock, new Random(++_runs), NullLogger.Instance);
        return await refresh.RunAsync(options ?? Small, progress, cancellationToken);
    }

    public TmdbSource GetSource(string? key = null) => new(new TmdbOptions
    {
        Key = key ?? Tmdb.Key,
        BaseAddress = Tmdb.Address,
        RequestsPerSecond = 50_000,
        MaxConcurrent = 32,
        Delay = TimeSpan.Zero,
    },
        _http, Clock, new Random(7), NullLogger.Instance);

    /// <summary>Reads the catalogue that a host would serve.</summary>
    public async Task<CatalogueContent?> CurrentAsync() => await new CataloguePublisher(Snapshots, NullLogger.Instance).ReadAsync(Token);

    public async Task PublishAsync(string version, params IReadOnlyList<Title> titles)
    {
        await Records.WriteAsync([.. titles.Select(title => new TitleRecord(title))], Token);
        await new CataloguePublisher(Snapshots, NullLogger.Instance).PublishAsync(new CatalogueContent(version, titles), Token);
    }

    public async Task<string[]> CurrentKeysAsync() =>
        [.. (await CurrentAsync())!.Titles.Select(title => title.Key.ToString()).Order(StringComparer.Ordinal)];

    /// <summary>Returns the keys of all titles at TMDB that may be shown.</summary>
    public string[] KeysAtTmdb() =>
        [.. Tmdb.Titles.Where(title => title.IsShown).Select(title => title.Facts.Key.ToString()).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _database.Dispose();
        await Tmdb.DisposeAsync();
        _folder.Dispose();
    }
}
