using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Snapshots;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Database;
using MovieRec.TestKit;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Cli.Tests.Refreshing;

/// <summary>Database that the program refreshes from a stand-in of TMDB while a host has it open.</summary>
internal sealed class Refreshed : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MovieRecDatabase _database;

    public Refreshed(TmdbServer tmdb)
    {
        Tmdb = tmdb;
        Environment = GetEnvironment(tmdb);
        _database = MovieRecDatabase.Open(_folder.File("movierec.db"), NullLogger<MovieRecDatabase>.Instance);
        Records = new SqliteTitleRecords(_database, TimeProvider.System);
        Snapshots = new SqliteSnapshotStore(_database);
        Wanted = new SqliteWantedTitles(_database);
    }

    public TmdbServer Tmdb { get; }

    public Dictionary<string, string> Environment { get; }

    public string Folder => _folder.Path;

    public string Database => _database.Path;

    public ITitleRecords Records { get; }

    public ISnapshotStore Snapshots { get; }

    public IWantedTitles Wanted { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Dictionary<string, string> GetEnvironment(TmdbServer tmdb) =>
        new(StringComparer.Ordinal) { ["TMDB_API_KEY"] = tmdb.Key, ["TMDB_BASE_URL"] = tmdb.Address.ToString() };

    /// <summary>Returns the keys of all titles at TMDB that may be shown.</summary>
    public static string[] KeysAt(TmdbServer tmdb) => Sorted(tmdb.Titles.Where(title => title.IsShown).Select(title => title.Facts.Key));

    public static string[] Sorted(IEnumerable<TitleKey> keys) => [.. keys.Select(key => key.ToString()).Order(StringComparer.Ordinal)];

    /// <summary>Returns the command line of a refresh at the highest rate.</summary>
    public string[] Command(params string[] options) =>
        ["refresh", "--data", Folder, .. options.Contains("--rate") ? [] : (string[])["--rate", "100000"], .. options];

    public Task<(int Status, string Output, string Error)> RunAsync(params string[] options) =>
        Commands.Program.RunAsync(Environment, Command(options));

    /// <summary>Reads the catalogue that a host serves; every stored snapshot must be complete.</summary>
    public Task<CatalogueContent?> CurrentAsync() => CurrentAsync(Snapshots);

    public static async Task<CatalogueContent?> CurrentAsync(ISnapshotStore snapshots)
    {
        foreach (var mark in await snapshots.ListAsync(Token))
        {
            var bytes = (await snapshots.ReadAsync(mark, withNames: true, Token)).ShouldNotBeNull(mark.Version);
            SnapshotReader.TryRead(bytes, out var content, out var reason).ShouldBeTrue(reason);
            content!.Version.ShouldBe(mark.Version);
        }

        return await new CataloguePublisher(snapshots, NullLogger.Instance).ReadAsync(Token);
    }

    public async Task<string[]> CurrentKeysAsync() => Sorted((await CurrentAsync()).ShouldNotBeNull().Titles.Select(title => title.Key));

    public async ValueTask DisposeAsync()
    {
        _database.Dispose();
        await Tmdb.DisposeAsync();
        _folder.Dispose();
    }
}
