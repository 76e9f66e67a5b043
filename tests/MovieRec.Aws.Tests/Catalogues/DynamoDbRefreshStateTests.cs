using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbRefreshStateTests : RefreshStateContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbRefreshStateTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        State = new DynamoDbRefreshState(_tables.Tables);
    }

    protected override IRefreshState State { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();
}
