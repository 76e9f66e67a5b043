using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Outcomes;
using MovieRec.Api.Preferences;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Preferences;
using MovieRec.TestKit;

namespace MovieRec.Sqlite.Tests.Database;

public sealed class DatabaseBackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Live => _folder.File("movierec.db");

    private string Copy => _folder.File("copy.db");

    [Fact]
    public async Task Create_WhileTheDatabaseIsInUse_HoldsWhatWasWritten()
    {
        using var database = Open(Live);
        await SaveAsync(database, "before");

        DatabaseBackup.Create(Live, Copy);
        await SaveAsync(database, "after");

        Users(Copy).ShouldBe("before");
        Directory.GetFiles(_folder.Path, "copy.db*").ShouldBe([Copy, Copy + ".lock"], ignoreOrder: true);
    }

    [Fact]
    public void Create_OverAFile_IsRefusedAndLeavesIt()
    {
        Open(Live).Dispose();
        File.WriteAllText(Copy, "precious");

        Should.Throw<ConfigurationException>(() => DatabaseBackup.Create(Live, Copy)).Message.ShouldBe(
            $"{Copy} is there already; name another file.");

        File.ReadAllText(Copy).ShouldBe("precious");
    }

    /// <summary>Guards against a bug: the log of the killed process was replayed into the copy, and damaged it.</summary>
    [Fact]
    public async Task Restore_OverADatabaseWhoseProcessWasKilled_IsTheCopy()
    {
        using var database = Open(Live);
        await SaveAsync(database, "before");
        DatabaseBackup.Create(Live, Copy);
        for (var user = 0; user < 50; user++)
            await SaveAsync(database, $"after-{user}");
        var killed = Directory.CreateDirectory(_folder.File("killed")).FullName;
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            CopyOpen(Live + suffix, Path.Combine(killed, "movierec.db" + suffix));
        var dead = Path.Combine(killed, "movierec.db");
        new FileInfo(dead + "-wal").Length.ShouldBeGreaterThan(0);

        DatabaseBackup.Restore(Copy, dead);

        Users(dead).ShouldBe("before");
        Users(dead + DatabaseBackup.Replaced).ShouldNotBeNull()
            .ShouldContain("after-49", customMessage: "the replaced database is kept whole");
    }

    [Fact]
    public async Task Restore_WhileAProgramUsesTheDatabase_IsRefusedAndLeavesIt()
    {
        using var database = Open(Live);
        DatabaseBackup.Create(Live, Copy);
        await SaveAsync(database, "after");

        Should.Throw<ConfigurationException>(() => DatabaseBackup.Restore(Copy, Live)).Message.ShouldContain("stop ./run");

        Users(Live).ShouldBe("after");
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is a letter, not a database.")]
    public async Task Restore_NoDatabase_IsRefusedAndLeavesTheOneThere(string content)
    {
        using (var database = Open(Live))
            await SaveAsync(database, "mine");
        await File.WriteAllTextAsync(Copy, string.Concat(Enumerable.Repeat(content, 200)), TestContext.Current.CancellationToken);

        Should.Throw<ConfigurationException>(() => DatabaseBackup.Restore(Copy, Live)).Message
            .ShouldBe($"{Copy} is not a whole database of MovieRec; name a file that ./movierec backup made.");

        Users(Live).ShouldBe("mine");
        Directory.GetFiles(_folder.Path).ShouldNotContain(Live + ".next");
    }

    [Fact]
    public async Task Restore_ACopyCutShort_IsRefusedAndLeavesTheOneThere()
    {
        using (var database = Open(Live))
            await SaveAsync(database, "mine");
        DatabaseBackup.Create(Live, Copy);
        await using (var file = File.OpenWrite(Copy))
            file.SetLength(file.Length / 2);

        Should.Throw<ConfigurationException>(() => DatabaseBackup.Restore(Copy, Live)).Message.ShouldContain("not a whole database");

        Users(Live).ShouldBe("mine");
    }

    [Fact]
    public async Task Restore_IntoAFolderWithoutADatabase_IsTheCopy()
    {
        using (var database = Open(Live))
            await SaveAsync(database, "mine");
        DatabaseBackup.Create(Live, Copy);
        var elsewhere = _folder.File("elsewhere/movierec.db");

        DatabaseBackup.Restore(Copy, elsewhere);

        Users(elsewhere).ShouldBe("mine");
    }

    public void Dispose() => _folder.Dispose();

    private static MovieRecDatabase Open(string path) => MovieRecDatabase.Open(path, NullLogger<MovieRecDatabase>.Instance);

    private static Task SaveAsync(MovieRecDatabase database, string userId) =>
        new SqlitePreferencesStore(database).SaveAsync(userId, new StoredPreferences(Encoding.UTF8.GetBytes("{}"), default), default);

    /// <summary>Reads the users with preferences, in one line, as a program that opens the file.</summary>
    private static string? Users(string path)
    {
        using var database = Open(path);
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(user_id, ' ') FROM user_preferences";
        return command.ExecuteScalar() as string;
    }

    private static void CopyOpen(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = File.Create(to);
        source.CopyTo(target);
    }
}
