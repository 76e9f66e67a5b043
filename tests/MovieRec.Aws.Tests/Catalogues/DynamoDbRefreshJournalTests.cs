using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbRefreshJournalTests : RefreshJournalContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbRefreshJournalTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Journal = new DynamoDbRefreshJournal(_tables.Tables);
    }

    protected override IRefreshJournal Journal { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();
}
