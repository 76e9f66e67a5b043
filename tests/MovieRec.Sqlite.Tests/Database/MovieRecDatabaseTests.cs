using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Outcomes;
using MovieRec.Api.Preferences;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Preferences;
using MovieRec.TestKit;

namespace MovieRec.Sqlite.Tests.Database;

public sealed class MovieRecDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("movierec.db");

    [Fact]
    public void Open_NoFolder_MakesFolderAndFile()
    {
        var path = System.IO.Path.Combine(_folder.Path, "a", "b", "movierec.db");

        using var database = Open(path);

        database.Path.ShouldBe(path);
        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public void Open_NewFile_IsOfTheNewestVersionWithEveryTable()
    {
        Open(Path).Dispose();

        Scalar("PRAGMA user_version").ShouldBe(4L);
        Scalar("PRAGMA journal_mode").ShouldBe("wal");
        Scalar("SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name)").ShouldBe(
            "attempts confirmation_codes favourites inbox kept_lists noted_titles refresh_journal refresh_tokens settings snapshots "
            + "title_records user_preferences users watchlist");
    }

    [Fact]
    public void Open_EmptyFile_IsTakenForNew()
    {
        File.WriteAllBytes(Path, []);

        Open(Path).Dispose();

        Scalar("PRAGMA user_version").ShouldBe(4L);
    }

    [Fact]
    public void Open_NewerVersion_IsRefusedAndLeftAsItIs()
    {
        Open(Path).Dispose();
        Run("PRAGMA user_version = 9");

        Should.Throw<ConfigurationException>(() => Open(Path)).Message.ShouldBe(
            $"The database {Path} is of version 9, newer than this program's 4; run a newer MovieRec or name another --data folder.");
        Scalar("PRAGMA user_version").ShouldBe(9L);
    }

    [Fact]
    public void Open_AnotherProgramsDatabase_IsRefusedAndLeftAsItIs()
    {
        Run("CREATE TABLE notes (text TEXT)");

        Should.Throw<ConfigurationException>(() => Open(Path)).Message.ShouldBe(
            $"The database {Path} was made by another program; name another --data folder.");
        Scalar("SELECT count(*) FROM sqlite_schema").ShouldBe(1L);
    }

    [Fact]
    public void Open_FileInTheFoldersPlace_IsRefused()
    {
        File.WriteAllText(_folder.File("file"), "in the way");

        ShouldBeRefused(System.IO.Path.Combine(_folder.Path, "file", "movierec.db"), "cannot be written to");
    }

    [Theory]
    [InlineData("/proc/movierec/movierec.db")]
    [InlineData("/proc/movierec.db")]
    public void Open_FolderThatCannotBeWrittenTo_IsRefused(string path) => ShouldBeRefused(path, "cannot be written to");

    [Fact]
    public void Open_FolderInTheFilesPlace_IsRefused()
    {
        Directory.CreateDirectory(Path);

        ShouldBeRefused(Path, "cannot be written to");
    }

    [Fact]
    public void Open_NoDatabase_IsRefusedAndLeftAsItIs()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 100));
        File.WriteAllText(Path, text);

        ShouldBeRefused(Path, "is not a database");
        File.ReadAllText(Path).ShouldBe(text);
    }

    [Theory]
    [InlineData(100, 4_096)]
    [InlineData(4_096, int.MaxValue)]
    public void Open_DamagedFile_IsRefused(int from, int to)
    {
        Open(Path).Dispose();
        var bytes = File.ReadAllBytes(Path);
        bytes.AsSpan(from..Math.Min(to, bytes.Length)).Fill(0xA5);
        File.WriteAllBytes(Path, bytes);

        ShouldBeRefused(Path, "is damaged");
    }

    [Fact]
    public void Open_FileCutShort_IsRefused()
    {
        Open(Path).Dispose();
        using (var file = File.OpenWrite(Path))
            file.SetLength(file.Length / 2);

        ShouldBeRefused(Path, "is damaged");
    }

    [Fact]
    public async Task Reopen_AfterWrites_KeepsAll()
    {
        using (var database = Open(Path))
            await SaveAsync(database, "casey", """{"a":1}""");

        using var reopened = Open(Path);

        (await FindAsync(reopened, "casey")).ShouldBe("""{"a":1}""");
    }

    [Fact]
    public async Task Write_NotClosed_IsInTheFilesAsTheyAre()
    {
        using var database = Open(Path);
        await SaveAsync(database, "casey", """{"a":1}""");

        // Simulates a kill: the files as they are, with nothing closed.
        var copy = Directory.CreateDirectory(_folder.File("copy")).FullName;
        foreach (
            var file in Directory.GetFiles(_folder.Path, "movierec.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            Copy(file, System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file)));
        }
        using var found = Open(System.IO.Path.Combine(copy, "movierec.db"));

        (await FindAsync(found, "casey")).ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void Dispose_Log_IsMovedIntoTheFile()
    {
        var database = Open(Path);
        database.Dispose();
        database.Dispose();

        Directory.GetFiles(_folder.Path).ShouldBe([Path, Path + ".lock"], ignoreOrder: true);
    }

    [Fact]
    public async Task Open_ManyAtOnceOnANewFile_AllSucceed()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open(Path))));

        foreach (var database in databases)
            database.Dispose();
        Scalar("PRAGMA user_version").ShouldBe(4L);
    }

    [Fact]
    public async Task Write_TwoHandlesAtOnce_WaitsForTheOther()
    {
        using var one = Open(Path);
        using var other = Open(Path);
        MovieRecDatabase[] databases = [one, other];

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => SaveAsync(databases[i % 2], $"user-{i}", $$"""{"i":{{i}}}"""))));

        for (var i = 0; i < 200; i++)
            (await FindAsync(databases[(i + 1) % 2], $"user-{i}")).ShouldBe($$"""{"i":{{i}}}""");
    }

    [Fact]
    public async Task Read_WhileAWriteIsUnderWay_SeesTheStateBefore()
    {
        using var database = Open(Path);
        var titles = new SqliteTitleRecords(database, TimeProvider.System);
        TitleKey[] keys = [.. Enumerable.Range(1, 5_000).Select(i => GetTitle(i).Facts.Key)];
        await titles.WriteAsync([GetTitle(1)], default);

        var seen = new List<int>();
        var writing = Task.Run(() => titles.WriteAsync([.. Enumerable.Range(1, 5_000).Select(i => GetTitle(i))], default));
        do
            seen.Add((await titles.ReadAsync(keys, default)).Count);
        while (!writing.IsCompleted);
        await writing;

        // A read sees one state, of complete batches, and never waits for the write.
        seen.ShouldBe([.. seen.Order()], "existing records never disappear");
        (await titles.ReadAsync(keys, default)).Count.ShouldBe(5_000);
    }

    public void Dispose() => _folder.Dispose();

    private static MovieRecDatabase Open(string path) =>
        MovieRecDatabase.Open(path, NullLogger<MovieRecDatabase>.Instance, busySeconds: 3_600);

    private static TitleRecord GetTitle(long id) => new(new Title { Key = new TitleKey(MediaKind.Movie, id), Name = "A film" });

    private static void ShouldBeRefused(string path, string why)
    {
        var message = Should.Throw<ConfigurationException>(() => Open(path)).Message;
        message.ShouldContain(why);
        message.ShouldContain("--data");
        message.ShouldNotContain("\n");
        message.ShouldEndWith(".");
    }

    private static Task SaveAsync(MovieRecDatabase database, string userId, string document) =>
        new SqlitePreferencesStore(database).SaveAsync(userId, new StoredPreferences(Encoding.UTF8.GetBytes(document), default), default);

    private static async Task<string?> FindAsync(MovieRecDatabase database, string userId) =>
        await new SqlitePreferencesStore(database).FindAsync(userId, default) is { } found
            ? Encoding.UTF8.GetString(found.Document.Span)
            : null;

    private static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = File.Create(to);
        source.CopyTo(target);
    }

    private void Run(string sql) => Scalar(sql);

    private object? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
