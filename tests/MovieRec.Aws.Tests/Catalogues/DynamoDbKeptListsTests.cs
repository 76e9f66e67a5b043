using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.Tests.Emulators;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbKeptListsTests : KeptListsContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbKeptListsTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Lists = new DynamoDbKeptLists(_tables.Through(_tables.Client, Clock));
    }

    protected override IKeptLists Lists { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();
}
