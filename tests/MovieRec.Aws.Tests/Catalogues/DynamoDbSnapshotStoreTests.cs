using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.Tests.Emulators;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbSnapshotStoreTests : SnapshotStoreContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbSnapshotStoreTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Store = new DynamoDbSnapshotStore(_tables.Tables);
    }

    protected override ISnapshotStore Store { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();
}
