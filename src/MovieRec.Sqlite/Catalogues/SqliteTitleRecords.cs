using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Catalogues;

/// <summary>Store of title records in the table <c>title_records</c>; each write deletes expired rows.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Decides which records have expired.</param>
public sealed class SqliteTitleRecords(MovieRecDatabase database, TimeProvider clock) : ITitleRecords
{
    /// <summary>Records per transaction: enough that disk waits do not dominate, and few enough that other writes get their turn.</summary>
    private const int Batch = 500;

    private static readonly Statement s_find = new($"""
        SELECT {TitleRecordRow.Columns} FROM title_records WHERE kind = ?1 AND id = ?2 AND (expires_at IS NULL OR expires_at > ?3)
        """);

    private static readonly Statement s_write = new($"""
        INSERT OR REPLACE INTO title_records ({TitleRecordRow.Columns}) VALUES ({TitleRecordRow.Parameters})
        """);

    private static readonly Statement s_remove = new("DELETE FROM title_records WHERE kind = ?1 AND id = ?2");

    private static readonly Statement s_removeExpired = new("DELETE FROM title_records WHERE expires_at <= ?1");

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<IReadOnlyList<Title>> FindAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
        database.ReadAsync((keys, Now), static (session, asked) =>
        {
            var found = new List<Title>(asked.keys.Count);
            foreach (var key in asked.keys.Distinct())
            {
                if (Find(session, key, asked.Now) is not { } record)
                    continue;
                // The source's facts of the title are newer and more complete than those of the embedded title.
                var facts = record.Alias is { } alias && Find(session, alias, asked.Now) is { } other ? other.Facts : record.Facts;
                found.Add(facts with { Key = key });
            }
            return (IReadOnlyList<Title>)found;
        }, cancellationToken);

    public Task<IReadOnlyList<TitleRecord>> ReadAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
        database.ReadAsync((keys, Now), static (session, asked) =>
        {
            var found = new List<TitleRecord>(asked.keys.Count);
            foreach (var key in asked.keys.Distinct())
            {
                if (Find(session, key, asked.Now) is { } record)
                    found.Add(record);
            }
            return (IReadOnlyList<TitleRecord>)found;
        }, cancellationToken);

    public Task WriteAsync(IReadOnlyList<TitleRecord> records, CancellationToken cancellationToken) =>
        InBatchesAsync(records, static (session, record) => session.Execute(s_write, TitleRecordRow.Values(record)), cancellationToken);

    public Task RemoveAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
        InBatchesAsync(keys, static (session, key) => session.Execute(s_remove, (int)key.Kind, key.Id), cancellationToken);

    private static TitleRecord? Find(Session session, TitleKey key, long now)
    {
        using var row = session.Query(s_find, (int)key.Kind, key.Id, now);
        return row.Read() ? TitleRecordRow.Read(row) : null;
    }

    private async Task InBatchesAsync<T>(IReadOnlyList<T> all, Func<Session, T, int> change, CancellationToken cancellationToken)
    {
        foreach (var batch in all.Chunk(Batch))
        {
            await database.WriteAsync((batch, change, Now), static (session, write) =>
            {
                foreach (var one in write.batch)
                    write.change(session, one);
                return session.Execute(s_removeExpired, write.Now);
            }, cancellationToken);
        }
    }
}
