using MovieRec.Api.MediaLists;
using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.MediaLists;

/// <summary>Store of one list per user, in the table <c>favourites</c> or <c>watchlist</c>.</summary>
public sealed class SqliteMediaListStore : IMediaListStore
{
    private readonly MovieRecDatabase _database;
    private readonly MediaListStatements _statements;

    private SqliteMediaListStore(MovieRecDatabase database, string table)
    {
        _database = database;
        _statements = new MediaListStatements(table);
    }

    public static SqliteMediaListStore Favourites(MovieRecDatabase database) => new(database, "favourites");

    public static SqliteMediaListStore Watchlist(MovieRecDatabase database) => new(database, "watchlist");

    public Task<MediaListPage> ReadAsync(string userId, MediaListPosition? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return _database.ReadAsync((_statements, userId, after, limit), static (session, page) =>
        {
            var (statements, userId, after, limit) = page;
            // One row more than requested shows if there are more.
            using var rows = after is { } last
                ? session.Query(statements.Next, userId, limit + 1L, last.AddedAt.ToUnixTimeMilliseconds(), last.Key.ToString())
                : session.Query(statements.First, userId, limit + 1L);
            var entries = new List<MediaListEntry>();
            while (entries.Count < limit && rows.Read())
                entries.Add(Entry(rows));
            return new MediaListPage(entries, entries.Count == limit && rows.Read());
        }, cancellationToken);
    }

    public Task<Outcome<MediaListEntry>> AddAsync(string userId, MediaListEntry entry, CancellationToken cancellationToken) =>
        _database.WriteAsync((_statements, userId, entry), static (session, add) => Add(session, add._statements, add.userId, add.entry),
            cancellationToken);

    public Task RemoveAsync(string userId, IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
        _database.WriteAsync((_statements, userId, keys), static (session, remove) =>
            remove.keys.Sum(key => session.Execute(remove._statements.Remove, remove.userId, key.ToString())), cancellationToken);

    private static Outcome<MediaListEntry> Add(Session session, MediaListStatements statements, string userId, MediaListEntry entry)
    {
        var addedAt = entry.AddedAt.ToUnixTimeMilliseconds();
        object?[] values =
        [
            userId, entry.Key.ToString(), entry.Title, entry.PosterPath, entry.BackdropPath, entry.ReleaseDate,
            entry.VoteAverage, entry.Popularity, IntegerList.Write(entry.GenreIds), entry.Overview,
        ];
        if (FirstTime(session, statements, values) is { } first)
            addedAt = first;
        else if (session.Execute(statements.Insert, [.. values, addedAt]) == 0)
            return new Failure(FailureCode.ListFull, $"A list holds at most {IMediaListStore.Capacity:N0} titles; remove one first.");
        return entry with { AddedAt = DateTimeOffset.FromUnixTimeMilliseconds(addedAt) };
    }

    /// <summary>Updates an existing entry and returns the time at which it was added; null if it does not exist.</summary>
    private static long? FirstTime(Session session, MediaListStatements statements, object?[] values)
    {
        using var row = session.Query(statements.Update, values);
        return row.Read() ? row.Integer(0) : null;
    }

    private static MediaListEntry Entry(Rows row) => new()
    {
        AddedAt = row.Time(0),
        Key = TitleKey.TryParse(row.Text(1), out var key) ? key : throw new InvalidDataException("A list entry's key cannot be read."),
        Title = row.Text(2),
        PosterPath = row.TextOrNull(3),
        BackdropPath = row.TextOrNull(4),
        ReleaseDate = row.TextOrNull(5),
        VoteAverage = row.NumberOrNull(6),
        Popularity = row.NumberOrNull(7),
        GenreIds = IntegerList.Read(row.Bytes(8)),
        Overview = row.TextOrNull(9),
    };
}
