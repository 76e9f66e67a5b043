using Microsoft.Data.Sqlite;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Files;

namespace MovieRec.Sqlite.Database;

/// <summary>Backup of the database, made while it is in use and then checked, and restore.</summary>
public static class DatabaseBackup
{
    /// <summary>Suffix of the names of files that a restore replaced.</summary>
    public const string Replaced = ".before-restore";

    /// <summary>Copies a consistent state of the database with SQLite's online backup, while other programs read and write.</summary>
    /// <param name="database">The database's file.</param>
    /// <param name="copy">The file to create.</param>
    /// <exception cref="ConfigurationException">The database or the copy cannot be used, or <paramref name="copy"/> already
    /// exists.</exception>
    public static void Create(string database, string copy)
    {
        if (!File.Exists(database))
            throw new ConfigurationException($"{database} is not there: give --data with the folder of a service that has run.");
        if (File.Exists(copy))
            throw new ConfigurationException($"{copy} is there already; name another file.");
        Try(copy, () => Copy(database, copy));
    }

    /// <summary>Copies a database before its migration, to a file named by its version, such as <c>movierec.db.v1</c>.</summary>
    internal static void Keep(string database, int version)
    {
        var copy = $"{database}.v{version}";
        if (!File.Exists(copy))
            Copy(database, copy);
    }

    /// <summary>Replaces the database by a copy; the replaced files stay, under names that end in <see cref="Replaced"/>.</summary>
    /// <remarks>
    /// The replaced database's log is moved first, since SQLite would replay it into the copy. An interrupted restore can be repeated.
    /// </remarks>
    /// <exception cref="ConfigurationException">The copy is not a complete database of this program or an older one, or a program uses the
    /// database.</exception>
    public static void Restore(string copy, string database)
    {
        if (!File.Exists(copy))
            throw new ConfigurationException($"{copy} is not there; name a file that ./movierec backup made.");
        Try(database, () =>
        {
            PrivateFile.CreateFolder(Path.GetDirectoryName(database)!);
            using var alone = DatabaseLock.TryTakeAlone(database)
                ?? throw new ConfigurationException($"A program uses {database}; stop ./run and every ./movierec, then restore again.");
            var next = database + ".next";
            File.Delete(next);
            using (var source = File.OpenRead(copy))
            using (var target = PrivateFile.Open(next, FileMode.CreateNew))
            {
                source.CopyTo(target);
                target.Flush(flushToDisk: true);
            }
            try
            {
                Check(next);
            }
            catch (Exception exception) when (exception is SqliteException or ConfigurationException)
            {
                File.Delete(next);
                throw new ConfigurationException(
                    $"{copy} is not a whole database of MovieRec; name a file that ./movierec backup made.", exception);
            }
            File.Delete(database + "-shm");
            foreach (var suffix in (string[])["-wal", ""])
            {
                File.Delete(database + Replaced + suffix);
                if (File.Exists(database + suffix))
                    File.Move(database + suffix, database + Replaced + suffix);
            }
            File.Move(next, database);
        });
    }

    private static void Copy(string database, string copy)
    {
        var next = copy + ".next";
        File.Delete(next);
        PrivateFile.Open(next, FileMode.CreateNew).Dispose();
        using (var source = Connection.OpenFile(database, SqliteOpenMode.ReadWrite))
        using (var target = Connection.OpenFile(next, SqliteOpenMode.ReadWrite))
        {
            source.BackupDatabase(target);
            // Makes the copy a single file: in WAL mode, opening it would create two more files beside it.
            using var command = target.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = DELETE";
            command.ExecuteNonQuery();
        }
        Check(next);
        using (var written = new FileStream(next, FileMode.Open, FileAccess.Write))
            written.Flush(flushToDisk: true);
        File.Move(next, copy);
    }

    private static void Check(string path)
    {
        using var session = Connection.Open(path, SqliteOpenMode.ReadWrite);
        Migrations.Check(session, path);
    }

    private static void Try(string path, Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Create(path, exception);
        }
    }
}
