using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.Tests.Emulators;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbTitleRecordsTests : TitleRecordsContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbTitleRecordsTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Records = new DynamoDbTitleRecords(_tables.Through(_tables.Client, Clock));
    }

    protected override ITitleRecords Records { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();
}
