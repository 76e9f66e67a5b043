using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbModelStoreTests : ModelStoreContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbModelStoreTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Store = new DynamoDbModelStore(_tables.Tables);
    }

    protected override IModelStore Store { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();
}
