using MovieRec.Api.Catalogues;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Catalogues;

/// <summary>Lease and progress of the refresh in the only row of the table <c>refresh_journal</c>.</summary>
public sealed class SqliteRefreshState(MovieRecDatabase database) : IRefreshState
{
    private static readonly Statement s_take = new("""
        INSERT INTO refresh_journal (only_row, holder, lease_until) VALUES (1, ?1, ?3)
        ON CONFLICT (only_row) DO UPDATE SET holder = excluded.holder, lease_until = excluded.lease_until
        WHERE holder IS NULL OR holder = ?1 OR lease_until <= ?2 OR lease_until > ?4
        """);

    private static readonly Statement s_release = new("UPDATE refresh_journal SET holder = NULL WHERE holder = ?1");

    private static readonly Statement s_read = new("SELECT progress FROM refresh_journal WHERE progress IS NOT NULL");

    private static readonly Statement s_write = new("UPDATE refresh_journal SET progress = ?2 WHERE holder = ?1");

    public Task<bool> TakeAsync(string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync((holder, now, until), static (session, take) =>
            session.Execute(s_take, take.holder, take.now.ToUnixTimeMilliseconds(), take.until.ToUnixTimeMilliseconds(),
                (take.now + IRefreshState.LongestLease).ToUnixTimeMilliseconds()) > 0, cancellationToken);

    public Task ReleaseAsync(string holder, CancellationToken cancellationToken) =>
        database.WriteAsync(holder, static (session, holder) => session.Execute(s_release, holder), cancellationToken);

    public Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(s_read, static (session, read) =>
        {
            using var row = session.Query(read);
            return row.Read() ? row.Bytes(0).ToArray() : (ReadOnlyMemory<byte>?)null;
        }, cancellationToken);

    public Task<bool> WriteAsync(string holder, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (holder, progress), static (session, write) => session.Execute(s_write, write.holder, write.progress) > 0, cancellationToken);
}
