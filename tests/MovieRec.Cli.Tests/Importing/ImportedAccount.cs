using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Api.MediaLists;
using MovieRec.Cli.Importing;
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

namespace MovieRec.Cli.Tests.Importing;

/// <summary>Database on disk as the service leaves it, with a catalogue, a confirmed and an unconfirmed account.</summary>
internal sealed class ImportedAccount : IDisposable
{
    public const string Email = "me@example.com";
    public const string Unconfirmed = "new@example.com";

    // Creating a pool's key takes a third of a second, too long for every test.
    private static readonly SemaphoreSlim s_making = new(1);
    private static (byte[] File, string UserId)? s_new;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    private ImportedAccount(byte[] file, string userId, Title[] more)
    {
        File.WriteAllBytes(_folder.File("movierec.db"), file);
        Database = MovieRecDatabase.Open(_folder.File("movierec.db"), NullLogger<MovieRecDatabase>.Instance);
        Titles = [.. SampleCatalogue.Titles, .. more];
        UserId = userId;
    }

    public static async Task<ImportedAccount> StartAsync(params Title[] more)
    {
        var (file, userId) = await NewAsync();
        var account = new ImportedAccount(file, userId, more);
        await new SqliteTitleRecords(account.Database, account._clock)
            .WriteAsync([.. account.Titles.Select(title => new TitleRecord(title))], default);
        await new CataloguePublisher(new SqliteSnapshotStore(account.Database), NullLogger.Instance)
            .PublishAsync(new CatalogueContent("tmdb-sample", account.Titles), default);
        return account;
    }

    public IReadOnlyList<Title> Titles { get; }

    public MovieRecDatabase Database { get; }

    public string Folder => _folder.Path;

    public string UserId { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public TimeProvider Clock => _clock;

    public SqliteMediaListStore Favourites => SqliteMediaListStore.Favourites(Database);

    public SqliteMediaListStore Watchlist => SqliteMediaListStore.Watchlist(Database);

    public SqlitePreferencesStore Preferences => new(Database);

    public string Write(string name, string text)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<ImportReport> ImportAsync(params string[] files) => ImportAsync(new ImportOptions(), files);

    public Task<ImportReport> ImportAsync(ImportOptions options, params string[] files) =>
        ImportAsync(options, source: null, kept: null, [.. files.SelectMany(file => ExportReader.Read(file, said: null))]);

    public Task<ImportReport> ImportAsync(
        ImportOptions options, IMediaSource? source, IWantedTitles? kept, IReadOnlyList<ImportedFile> files)
    {
        var resolver = new RowResolver(new TitleMatcher(Titles), source, kept);
        return new Importer(Favourites, Watchlist, Preferences, resolver, Clock)
            .ImportAsync(UserId, files, options, new Progress<double>(), TestContext.Current.CancellationToken);
    }

    public async Task<string[]> KeysAsync(SqliteMediaListStore list) =>
        [.. (await list.ReadAsync(UserId, null, IMediaListStore.Capacity, default)).Entries.Select(entry => entry.Key.ToString())];

    public async Task<string> PreferencesTextAsync() =>
        await Preferences.FindAsync(UserId, default) is { } saved ? System.Text.Encoding.UTF8.GetString(saved.Document.Span) : "";

    /// <summary>Adds favourites outside the catalogue in one transaction, because single ones each wait for the disk.</summary>
    public void FillFavourites(int count)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $count)
            INSERT INTO favourites (user_id, added_at, movie_id, title, genre_ids) SELECT $user, n, 'movie#' || (1000000 + n), 'Film', '' FROM numbers
            """;
        command.Parameters.AddWithValue("$count", count);
        command.Parameters.AddWithValue("$user", UserId);
        command.ExecuteNonQuery().ShouldBe(count);
    }

    /// <summary>Returns every row of every table.</summary>
    public string[] Rows()
    {
        using var connection = Connect();
        var tables = Read(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
        return [.. tables.SelectMany(table => Read(connection, $"SELECT * FROM {table}").Select(row => $"{table}: {row}"))];
    }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_folder.File("movierec.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(
                string.Join(
                    '|', Enumerable.Range(0, reader.FieldCount)
                        .Select(at => reader.GetValue(at) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(at))));
        }
        return rows;
    }

    private static async Task<(byte[] File, string UserId)> NewAsync()
    {
        await s_making.WaitAsync();
        try
        {
            return s_new ??= await MakeAsync();
        }
        finally
        {
            s_making.Release();
        }
    }

    private static async Task<(byte[] File, string UserId)> MakeAsync()
    {
        using var folder = new TemporaryFolder();
        string? userId;
        using (var database = MovieRecDatabase.Open(folder.File("movierec.db"), NullLogger<MovieRecDatabase>.Instance))
        {
            var (inbox, identity) = (new SqliteInbox(database), LocalPoolIdentity.LoadOrCreate(new SqliteSettings(database)));
            var options = new LocalUserPoolOptions { Issuer = "http://localhost", HashIterations = 100 };
            var pool = new LocalUserPool(database, identity, options, inbox, new ManualClock(), NullLogger<LocalUserPool>.Instance);
            (await pool.SignUpAsync(Unconfirmed, "Correct-Horse-7", default)).Succeeded(out _, out _).ShouldBeTrue();
            (await pool.SignUpAsync(Email, "Correct-Horse-7", default)).Succeeded(out userId, out _).ShouldBeTrue();
            (await pool.ConfirmSignUpAsync(Email, (await inbox.ReadAsync(Email, default))[^1].Code, default)).ShouldBeNull();
        }
        return (await File.ReadAllBytesAsync(folder.File("movierec.db")), userId!);
    }
}
