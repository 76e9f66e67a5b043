using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Catalogues;

/// <summary>Cache of the source's lists in the table <c>kept_lists</c>; each write deletes expired rows.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Decides which rows are deleted; readers pass their own time.</param>
public sealed class SqliteSourceListCache(MovieRecDatabase database, TimeProvider clock) : ISourceListCache
{
    private static readonly Statement s_find = new("SELECT keys, total FROM kept_lists WHERE question = ?1 AND expires_at > ?2");

    private static readonly Statement s_keep =
        new("INSERT OR REPLACE INTO kept_lists (question, keys, total, expires_at) VALUES (?1, ?2, ?3, ?4)");

    private static readonly Statement s_removeExpired = new("DELETE FROM kept_lists WHERE expires_at <= ?1");

    public Task<CachedList?> FindAsync(string question, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync((question, now), static (session, asked) =>
        {
            using var row = session.Query(s_find, asked.question, asked.now.ToUnixTimeMilliseconds());
            return row.Read() ? new CachedList(GetKeys(row.Text(0)), (int)row.Integer(1)) : null;
        }, cancellationToken);

    public Task KeepAsync(string question, CachedList response, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var keys = string.Join(',', response.Keys);
        return database.WriteAsync((question, keys, response.Total, until, Now: clock.GetUtcNow()), static (session, keep) =>
        {
            session.Execute(s_removeExpired, keep.Now.ToUnixTimeMilliseconds());
            return session.Execute(s_keep, keep.question, keep.keys, keep.Total, keep.until.ToUnixTimeMilliseconds());
        }, cancellationToken);
    }

    private static List<TitleKey> GetKeys(string text)
    {
        var keys = new List<TitleKey>();
        foreach (var one in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (TitleKey.TryParse(one, out var key))
                keys.Add(key);
        }
        return keys;
    }
}
