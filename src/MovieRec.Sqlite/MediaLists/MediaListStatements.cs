using MovieRec.Api.MediaLists;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.MediaLists;

/// <summary>SQL over one list's table; every statement names the user, so other users' rows are never seen.</summary>
internal sealed class MediaListStatements(string table)
{
    private const string Columns =
        "added_at, movie_id, title, poster_path, backdrop_path, release_date, vote_average, popularity, genre_ids, overview";

    /// <summary>?1 user, ?2 limit.</summary>
    public Statement First { get; } = new($"""
        SELECT {Columns} FROM {table} WHERE user_id = ?1 ORDER BY added_at DESC, movie_id LIMIT ?2
        """);

    /// <summary>Parameters: ?1 user, ?2 limit, ?3 and ?4 time and key of the entry to continue from.</summary>
    /// <remarks>The first condition on the time is the start of the scan.</remarks>
    public Statement Next { get; } = new($"""
        SELECT {Columns} FROM {table} WHERE user_id = ?1 AND added_at <= ?3 AND (added_at < ?3 OR movie_id > ?4)
        ORDER BY added_at DESC, movie_id LIMIT ?2
        """);

    /// <summary>Parameters: ?1 user, ?2 time, ?3 key, ?4... the other columns; returns no row if the entry is new.</summary>
    public Statement Update { get; } = new($"""
        UPDATE {table} SET title = ?3, poster_path = ?4, backdrop_path = ?5, release_date = ?6, vote_average = ?7, popularity = ?8,
            genre_ids = ?9, overview = ?10
        WHERE user_id = ?1 AND movie_id = ?2 RETURNING added_at
        """);

    /// <summary>Parameters: as <see cref="Update"/>, and ?11 time; changes nothing if the list is full.</summary>
    public Statement Insert { get; } = new($"""
        INSERT INTO {table} (user_id, {Columns})
        SELECT ?1, ?11, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
        WHERE (SELECT count(*) FROM {table} WHERE user_id = ?1) < {IMediaListStore.Capacity}
        """);

    /// <summary>?1 user, ?2 key.</summary>
    public Statement Remove { get; } = new($"DELETE FROM {table} WHERE user_id = ?1 AND movie_id = ?2");
}
