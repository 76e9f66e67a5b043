using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using MovieRec.Aws;

namespace MovieRec.Emulators;

/// <summary>The four tables as <see cref="TableSchema"/> describes them, in DynamoDB Local.</summary>
public static class EmulatedTables
{
    /// <summary>Creates the missing tables.</summary>
    public static async Task CreateAsync(IAmazonDynamoDB client, TableNames names, CancellationToken cancellationToken)
    {
        foreach (var table in TableSchema.All)
        {
            try
            {
                await client.CreateTableAsync(GetRequest(table, names), cancellationToken);
            }
            catch (ResourceInUseException)
            {
                // It already exists.
            }
        }
    }

    private static CreateTableRequest GetRequest(TableDefinition table, TableNames names)
    {
        var request = new CreateTableRequest
        {
            TableName = names[table.Table],
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
            [ new()
            {
                IndexName = index.Name,
                KeySchema = [new(index.PartitionKey, KeyType.HASH)],
                Projection = new() { ProjectionType = ProjectionType.ALL },
            },
            ];
        }
        return request;
    }
}
