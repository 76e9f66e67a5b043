using Amazon.DynamoDBv2.Model;
using MovieRec.Api.Outcomes;

namespace MovieRec.Aws.Tables;

/// <summary>Batch reads and writes of one table.</summary>
/// <remarks>DynamoDB may leave a part of a batch unprocessed, above all under load; that part is sent again after a wait.</remarks>
internal static class Batches
{
    /// <summary>Maximum items per call, as DynamoDB limits them.</summary>
    public const int MaxReads = 100, MaxWrites = 25;

    /// <summary>Batches in flight at once.</summary>
    private const int InFlight = 8;

    /// <summary>Reads the existing items, in any order.</summary>
    public static async Task<List<Dictionary<string, AttributeValue>>> ReadAsync(
        this MovieRecTables tables, string table, IEnumerable<Dictionary<string, AttributeValue>> keys, bool isConsistent,
        CancellationToken cancellationToken)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        await Parallel.ForEachAsync(keys.Chunk(MaxReads), Options(cancellationToken), async (chunk, token) =>
        {
            var wanted = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal)
            {
                [table] = new() { Keys = [.. chunk], ConsistentRead = isConsistent },
            };
            for (var attempt = 0; wanted.Count > 0; attempt++)
            {
                if (attempt > 0)
                    await AgainAsync(tables, "BatchGetItem", attempt, token);
                var response = await tables.GetBatchAsync(new BatchGetItemRequest { RequestItems = wanted }, token);
                if (response.Responses?.GetValueOrDefault(table) is { } found)
                {
                    lock (items)
                        items.AddRange(found);
                }
                wanted = response.UnprocessedKeys ?? [];
            }
        });
        return items;
    }

    public static Task WriteAsync(
        this MovieRecTables tables, string table, IEnumerable<WriteRequest> writes, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            writes.Chunk(MaxWrites),
            Options(cancellationToken),
            async (chunk, token) =>
            {
                var left = new Dictionary<string, List<WriteRequest>>(StringComparer.Ordinal) { [table] = [.. chunk] };
                for (var attempt = 0; left.Count > 0; attempt++)
                {
                    if (attempt > 0)
                        await AgainAsync(tables, "BatchWriteItem", attempt, token);
                    var request = new BatchWriteItemRequest { RequestItems = left };
                    left = (await tables.RetryThrottledAsync(() => tables.WriteBatchAsync(request, token), token)).UnprocessedItems ?? [];
                }
            });

    private static Task AgainAsync(MovieRecTables tables, string operation, int attempt, CancellationToken cancellationToken) =>
        attempt < Backoff.Attempts
            ? tables.Backoff.WaitAsync(attempt, cancellationToken)
            : throw new UnavailableException($"DynamoDB is unavailable: {operation} left items unprocessed.");

    private static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken };
}
