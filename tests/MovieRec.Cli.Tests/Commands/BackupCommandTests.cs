using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Settings;
using MovieRec.TestKit;

namespace MovieRec.Cli.Tests.Commands;

public sealed class BackupCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task BackupAndRestore_OfAService_BringBackWhatWasThere()
    {
        var (data, copy) = (_folder.File("data"), _folder.File("copy.db"));
        Keep(data, "before").ShouldBe("before");

        var backup = await Program.RunAsync("backup", copy, "--data", data);
        backup.Status.ShouldBe(0, backup.Error);
        backup.Output.ShouldContain("checked");
        File.Delete(new DataFolder(data).Database);
        Keep(data, "after").ShouldBe("after");
        var restore = await Program.RunAsync("restore", copy, "--data", data);
        restore.Status.ShouldBe(0, restore.Error);
        restore.Output.ShouldContain(DatabaseBackup.Replaced);

        Keep(data, "other").ShouldBe("before");
    }

    [Theory]
    [InlineData("backup", "copy.db", "no such folder", "--data")]
    [InlineData("restore", "no such copy.db", "data", "no such copy.db")]
    public async Task BackupOrRestore_OfWhatIsNotThere_SaysWhich(string command, string file, string data, string named)
    {
        var (status, output, error) = await Program.RunAsync(command, _folder.File(file), "--data", _folder.File(data));

        status.ShouldBe(1);
        error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(named);
        output.ShouldBeEmpty();
        Directory.Exists(_folder.File(data)).ShouldBeFalse("a wrong name creates no folder");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Keeps a value in the folder's database; the first call sets it.</summary>
    private static string Keep(string folder, string value)
    {
        using var database = MovieRecDatabase.Open(new DataFolder(folder).Database, NullLogger<MovieRecDatabase>.Instance);
        return System.Text.Encoding.ASCII.GetString(
            new SqliteSettings(database).GetOrCreate("test", () => System.Text.Encoding.ASCII.GetBytes(value)));
    }
}
