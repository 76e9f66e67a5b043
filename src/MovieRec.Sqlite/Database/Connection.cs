using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MovieRec.Sqlite.Database;

/// <summary>Factory of SQLite connections with the settings that this program requires.</summary>
internal static class Connection
{
    /// <summary>Timeout of a statement that waits for another process's lock.</summary>
    public const int BusySeconds = 15;

    static Connection()
    {
        Batteries_V2.Init();
        // A session is used by one thread at a time, so SQLite need not lock on every call, which took a fifth of the time of a list read.
        // If SQLite is already initialized, it rejects this setting and goes on locking.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        // SQLite's memory statistics, which are not used, take a lock on every allocation.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public static Session OpenWriter(string path, int busySeconds)
    {
        var session = Open(path, SqliteOpenMode.ReadWriteCreate, busySeconds);
        // FULL: an acknowledged write survives a power failure, not only the end of the process.
        return Configured(session, busySeconds, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    }

    public static Session OpenReader(string path) =>
        Configured(Open(path, SqliteOpenMode.ReadWrite, BusySeconds), BusySeconds, "PRAGMA query_only = ON");

    /// <summary>Opens a file in its current journal mode.</summary>
    public static Session Open(string path, SqliteOpenMode mode, int busySeconds = BusySeconds) => new(OpenFile(path, mode, busySeconds));

    /// <summary>Opens a file for operations that <see cref="Session"/> does not have.</summary>
    public static SqliteConnection OpenFile(string path, SqliteOpenMode mode, int busySeconds = BusySeconds)
    {
        // Not Microsoft.Data.Sqlite's pool: it resets connections, which discards the prepared statements.
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = busySeconds };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static Session Configured(Session session, int busySeconds, string pragmas)
    {
        try
        {
            session.Run($"PRAGMA busy_timeout = {busySeconds * 1_000}; {pragmas}");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
