using Microsoft.Data.Sqlite;
using MovieRec.Api.Outcomes;
using static SQLitePCL.raw;

namespace MovieRec.Sqlite.Database;

/// <summary>Factory of the exception that explains why the database cannot be opened.</summary>
public static class StartFailure
{
    /// <summary>Creates the exception; its message states the cause and the remedy.</summary>
    /// <param name="path">The database's file.</param>
    /// <param name="exception">Exception of SQLite or of the file system.</param>
    public static ConfigurationException Create(string path, Exception exception) => new(Sentence(path, exception), exception);

    internal static string Damaged(string path) =>
        $"The database {path} is damaged; put a backup in its place (./movierec restore FILE) or name another --data folder.";

    private static string Sentence(string path, Exception exception)
    {
        var folder = System.IO.Path.GetDirectoryName(path);
        return (exception as SqliteException)?.SqliteErrorCode switch
        {
            SQLITE_NOTADB => $"The file {path} is not a database; move it away or name another --data folder.",
            SQLITE_CORRUPT => Damaged(path),
            SQLITE_FULL => $"The disk of {path} is full; free some space or name another --data folder.",
            SQLITE_BUSY or SQLITE_LOCKED =>
                $"The database {path} is locked by another program; end that program or name another --data folder.",
            SQLITE_CANTOPEN or SQLITE_READONLY or SQLITE_PERM or SQLITE_IOERR or null =>
                $"The data folder {folder} cannot be written to; give this user the right to it or name another --data folder.",
            _ => $"The database {path} cannot be opened ({exception.Message}); name another --data folder.",
        };
    }
}
