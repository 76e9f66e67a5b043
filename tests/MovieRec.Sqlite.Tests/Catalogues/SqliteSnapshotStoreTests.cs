using MovieRec.Api.Catalogues;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.Catalogues;

public sealed class SqliteSnapshotStoreTests : SnapshotStoreContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteSnapshotStoreTests() => Store = new SqliteSnapshotStore(_disk.Database);

    protected override ISnapshotStore Store { get; }

    public void Dispose() => _disk.Dispose();
}
