using MovieRec.Api.MediaLists;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.MediaLists;

/// <summary>Statements on one list's table; every statement names the user, so other users' rows are never seen.</summary>
internal sealed class MediaListStatements(string table)
{
    private const string Columns =
        "added_at, movie_id, title, poster_path, backdrop_path, release_date, vote_average, popularity, genre_ids, overview";

    /// <summary>Query of the first page; parameters: ?1 user, ?2 limit.</summary>
    public Statement First { get; } = new($"""
        SELECT {Columns} FROM {table} WHERE user_id = ?1 ORDER BY added_at DESC, movie_id LIMIT ?2
        """);

    /// <summary>Query of a later page; parameters: ?1 user, ?2 limit, ?3 and ?4 time and key to continue after.</summary>
    /// <remarks>Through the first condition on the time, the scan starts at that entry.</remarks>
    public Statement Next { get; } = new($"""
        SELECT {Columns} FROM {table} WHERE user_id = ?1 AND added_at <= ?3 AND (added_at < ?3 OR movie_id > ?4)
        ORDER BY added_at DESC, movie_id LIMIT ?2
        """);

    /// <summary>Update of an entry, which returns no row if the entry is new.</summary>
    /// <remarks>Parameters: ?1 user, ?2 key, ?3 to ?10 the other columns.</remarks>
    public Statement Update { get; } = new($"""
        UPDATE {table} SET title = ?3, poster_path = ?4, backdrop_path = ?5, release_date = ?6, vote_average = ?7, popularity = ?8,
            genre_ids = ?9, overview = ?10
        WHERE user_id = ?1 AND movie_id = ?2 RETURNING added_at
        """);

    /// <summary>Insertion of an entry, unless the list is full; parameters: as <see cref="Update"/>, and ?11 time.</summary>
    public Statement Insert { get; } = new($"""
        INSERT INTO {table} (user_id, {Columns})
        SELECT ?1, ?11, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
        WHERE (SELECT count(*) FROM {table} WHERE user_id = ?1) < {IMediaListStore.Capacity}
        """);

    /// <summary>Deletion of an entry; parameters: ?1 user, ?2 key.</summary>
    public Statement Remove { get; } = new($"DELETE FROM {table} WHERE user_id = ?1 AND movie_id = ?2");
}
