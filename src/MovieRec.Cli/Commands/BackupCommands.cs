using System.CommandLine;
using MovieRec.Sqlite.Database;

namespace MovieRec.Cli.Commands;

/// <summary>Commands <c>backup</c> and <c>restore</c>: copy the database while it is in use, and restore such a copy.</summary>
internal static class BackupCommands
{
    public static Command Backup() => Build(
        "backup", "Copies the database of the service on this machine to a file; the service may be running.", "The file to create",
        (folder, file) =>
        {
            DatabaseBackup.Create(folder.Database, file);
            return $"{file}: {new FileInfo(file).Length:N0} bytes, checked.";
        });

    public static Command Restore() => Build(
        "restore", "Replaces the database by a backup; the service must be stopped.", "The backup file",
        (folder, file) =>
        {
            DatabaseBackup.Restore(file, folder.Database);
            return $"{folder.Database} is restored; the previous database is kept as {folder.Database}{DatabaseBackup.Replaced}.";
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
