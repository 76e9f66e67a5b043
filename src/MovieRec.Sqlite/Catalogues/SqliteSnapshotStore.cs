using MovieRec.Api.Catalogues;
using MovieRec.Engine.Snapshots;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Catalogues;

/// <summary>Store of snapshots in the table <c>snapshots</c>.</summary>
/// <remarks>A read is one statement, which sees the database as of its start, so a snapshot may be deleted while it is read.</remarks>
public sealed class SqliteSnapshotStore(MovieRecDatabase database) : ISnapshotStore
{
    private static readonly Statement s_marks = new("SELECT id, version FROM snapshots ORDER BY place");

    private static readonly Statement s_core = new("SELECT core FROM snapshots WHERE id = ?1");

    private static readonly Statement s_coreAndNames = new("SELECT core, names FROM snapshots WHERE id = ?1");

    private static readonly Statement s_current = new("SELECT id FROM snapshots WHERE place = 'current'");

    private static readonly Statement s_forget = new("DELETE FROM snapshots WHERE place = 'previous'");

    private static readonly Statement s_replace = new("UPDATE snapshots SET place = 'previous' WHERE place = 'current'");

    private static readonly Statement s_publish = new("""
        INSERT INTO snapshots (id, version, place, core, names) VALUES (lower(hex(randomblob(16))), ?1, 'current', ?2, ?3) RETURNING id
        """);

    public Task<IReadOnlyList<SnapshotRef>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(s_marks, static (session, marks) =>
        {
            var found = new List<SnapshotRef>(2);
            using var rows = session.Query(marks);
            while (rows.Read())
                found.Add(new SnapshotRef(rows.Text(0), rows.Text(1)));
            return (IReadOnlyList<SnapshotRef>)found;
        }, cancellationToken);

    public Task<EncodedSnapshot?> ReadAsync(SnapshotRef mark, bool withNames, CancellationToken cancellationToken) =>
        database.ReadAsync((mark, withNames), static (session, asked) =>
        {
            using var row = session.Query(asked.withNames ? s_coreAndNames : s_core, asked.mark.Id);
            return row.Read() ? new EncodedSnapshot(row.Bytes(0).ToArray(), asked.withNames ? row.Bytes(1).ToArray() : default) : null;
        }, cancellationToken);

    public Task<SnapshotRef?> PublishAsync(
        EncodedSnapshot snapshot, string version, SnapshotRef? replaced, CancellationToken cancellationToken) =>
        database.WriteAsync((snapshot, version, replaced), static (session, write) =>
        {
            if (session.Text(s_current) != write.replaced?.Id)
                return null;
            session.Execute(s_forget);
            session.Execute(s_replace);
            var id = session.Text(s_publish, write.version, write.snapshot.Core, write.snapshot.Names)!;
            return new SnapshotRef(id, write.version);
        }, cancellationToken);
}
