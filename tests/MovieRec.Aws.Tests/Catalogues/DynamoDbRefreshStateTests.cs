using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbRefreshStateTests : RefreshJournalContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbRefreshStateTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Journal = new DynamoDbRefreshState(_tables.Tables);
    }

    protected override IRefreshState Journal { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();
}
