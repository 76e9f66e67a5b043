using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Files;

namespace MovieRec.Sqlite.Database;

/// <summary>Lock that shows if a program uses a database; the operating system releases it when the process ends.</summary>
/// <remarks>
/// It is on a file beside the database, since closing any handle to the database itself would end SQLite's own locks (POSIX fcntl).
/// </remarks>
internal static class DatabaseLock
{
    /// <summary>Takes the shared lock, which any number of programs may hold.</summary>
    /// <exception cref="ConfigurationException">The database is being restored.</exception>
    public static FileStream Share(string database)
    {
        try
        {
            return PrivateFile.Open(database + ".lock", FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (IOException locked) when (File.Exists(database + ".lock"))
        {
            throw new ConfigurationException($"The database {database} is being restored; start again when that has ended.", locked);
        }
    }

    /// <summary>Takes the exclusive lock; returns null if another program has a lock.</summary>
    public static FileStream? TryTakeAlone(string database)
    {
        try
        {
            return PrivateFile.Open(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(database + ".lock"))
        {
            return null;
        }
    }
}
