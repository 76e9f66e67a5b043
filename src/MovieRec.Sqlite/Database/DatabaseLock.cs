using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Files;

namespace MovieRec.Sqlite.Database;

/// <summary>Lock that tells whether a program uses a database; the system ends it with the process.</summary>
/// <remarks>
/// It is on a file beside the database: closing any handle to the database itself would end SQLite's own locks (POSIX fcntl).
/// </remarks>
internal static class DatabaseLock
{
    /// <summary>Marks the database as used; any number of programs may.</summary>
    /// <exception cref="ConfigurationException">It is being restored.</exception>
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

    /// <summary>Marks the database as used by this program alone; null where another uses it.</summary>
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
