using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Tests.Emulators;

/// <summary>The four tables as <see cref="TableSchema"/> describes them, empty and under names of their own.</summary>
public sealed class FreshTables(DynamoDbLocal local) : IAsyncLifetime
{
    private readonly string _suffix = Guid.NewGuid().ToString("N");

    public MovieRecTables Tables => Through(local.Client);

    public IAmazonDynamoDB Client => local.Client;

    public TableNames Names => new(TableSchema.All.ToDictionary(table => table.Table, table => $"{table.DefaultName}-{_suffix}"));

    /// <summary>The same tables through another client or clock.</summary>
    public MovieRecTables Through(IAmazonDynamoDB client, TimeProvider? clock = null) =>
        new(client, Names, clock ?? TimeProvider.System, new Random(17));

    public async ValueTask InitializeAsync()
    {
        foreach (var table in TableSchema.All)
            await CreateAsync(table);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task CreateAsync(TableDefinition table)
    {
        var request = new CreateTableRequest
        {
            TableName = Names[table.Table],
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new(table.PartitionKey, KeyType.HASH)],
            AttributeDefinitions = [new(table.PartitionKey, ScalarAttributeType.S)],
        };
        if (table.SortKey is { } sortKey)
        {
            request.KeySchema.Add(new(sortKey, KeyType.RANGE));
            request.AttributeDefinitions.Add(new(sortKey, ScalarAttributeType.S));
        }
        if (table.Index is { } index)
        {
            request.AttributeDefinitions.Add(new(index.PartitionKey, ScalarAttributeType.S));
            request.GlobalSecondaryIndexes =
            [
                new() { IndexName = index.Name, KeySchema = [new(index.PartitionKey, KeyType.HASH)], Projection = new() { ProjectionType = ProjectionType.ALL } },
            ];
        }
        await local.Client.CreateTableAsync(request);
    }
}
