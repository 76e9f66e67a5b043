using System.CommandLine;
using MovieRec.Sqlite.Database;

namespace MovieRec.Cli.Commands;

/// <summary><c>backup</c> and <c>restore</c>: copies the database while it is in use, and puts a copy back.</summary>
internal static class BackupCommands
{
    public static Command Backup() => Build(
        "backup", "Copies the database of the service on this machine to a file, while it runs or not.", "The file to make",
        (folder, file) =>
        {
            DatabaseBackup.Create(folder.Database, file);
            return $"{file}: {new FileInfo(file).Length:N0} bytes, checked.";
        });

    public static Command Restore() => Build(
        "restore", "Puts a file that backup made in the place of the database; the service must be stopped.", "A file that backup made",
        (folder, file) =>
        {
            DatabaseBackup.Restore(file, folder.Database);
            return $"{folder.Database} is restored; what was there is kept as {folder.Database}{DatabaseBackup.Replaced}.";
        });

    private static Command Build(string name, string description, string fileDescription, Func<DataFolder, string, string> work)
    {
        var file = new Argument<string>("FILE") { Description = fileDescription };
        var data = ServiceData.Option();
        var command = new Command(name, description) { file, data };
        command.SetAction(
            parsed => Console.WriteLine(work(new DataFolder(parsed.GetValue(data)!), Path.GetFullPath(parsed.GetValue(file)!))));
        return command;
    }
}
