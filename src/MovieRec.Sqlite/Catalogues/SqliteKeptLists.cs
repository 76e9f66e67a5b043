using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Catalogues;

/// <summary>Answers in the table <c>kept_lists</c>, where each write deletes what has expired, and the titles noted in <c>noted_titles</c>.</summary>
/// <param name="database">Holds the tables.</param>
/// <param name="clock">Says what has expired, for deleting it; a reader says so itself.</param>
public sealed class SqliteKeptLists(MovieRecDatabase database, TimeProvider clock) : IKeptLists
{
    private static readonly Statement s_find = new("SELECT keys, total FROM kept_lists WHERE question = ?1 AND expires_at > ?2");

    private static readonly Statement s_keep =
        new("INSERT OR REPLACE INTO kept_lists (question, keys, total, expires_at) VALUES (?1, ?2, ?3, ?4)");

    private static readonly Statement s_removeExpired = new("DELETE FROM kept_lists WHERE expires_at <= ?1");

    private static readonly Statement s_note = new("INSERT OR IGNORE INTO noted_titles (kind, id) VALUES (?1, ?2)");

    private static readonly Statement s_noted = new("SELECT kind, id FROM noted_titles");

    private static readonly Statement s_forget = new("DELETE FROM noted_titles WHERE kind = ?1 AND id = ?2");

    public Task<CachedList?> FindAsync(string question, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync((question, now), static (session, asked) =>
        {
            using var row = session.Query(s_find, asked.question, asked.now.ToUnixTimeMilliseconds());
            return row.Read() ? new CachedList(GetKeys(row.Text(0)), (int)row.Integer(1)) : null;
        }, cancellationToken);

    public Task KeepAsync(string question, CachedList answer, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var keys = string.Join(',', answer.Keys);
        return database.WriteAsync((question, keys, answer.Total, until, Now: clock.GetUtcNow()), static (session, keep) =>
        {
            session.Execute(s_removeExpired, keep.Now.ToUnixTimeMilliseconds());
            return session.Execute(s_keep, keep.question, keep.keys, keep.Total, keep.until.ToUnixTimeMilliseconds());
        }, cancellationToken);
    }

    public Task NoteAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
        ForEachAsync(s_note, keys, cancellationToken);

    public Task<IReadOnlyList<TitleKey>> ReadNotedAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(s_noted, static (session, noted) =>
        {
            var keys = new List<TitleKey>();
            using var rows = session.Query(noted);
            while (rows.Read())
                keys.Add(new TitleKey((MediaKind)rows.Integer(0), rows.Integer(1)));
            return (IReadOnlyList<TitleKey>)keys;
        }, cancellationToken);

    public Task ForgetAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
        ForEachAsync(s_forget, keys, cancellationToken);

    private Task ForEachAsync(Statement change, IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
        keys.Count == 0 ? Task.CompletedTask : database.WriteAsync((change, keys), static (session, write) =>
        {
            foreach (var key in write.keys)
                session.Execute(write.change, (int)key.Kind, key.Id);
            return true;
        }, cancellationToken);

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
