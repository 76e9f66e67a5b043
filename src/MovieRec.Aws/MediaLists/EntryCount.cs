using Amazon.DynamoDBv2.Model;
using MovieRec.Api.MediaLists;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.MediaLists;

/// <summary>Number of entries of a user's list, in an item beside the list: partition <c>count#&lt;userId&gt;</c>.</summary>
/// <remarks>
/// No list read returns it. It changes in the same transaction as the list, so it is always right and the limit is exact. If it is missing,
/// as it is for lists that other programs wrote, the list is counted once.
/// </remarks>
internal sealed class EntryCount(MovieRecTables tables, string table)
{
    private const string Sort = "count";
    private const string Entries = "entries";

    private static readonly Dictionary<string, string> s_entriesName = new(StringComparer.Ordinal) { ["#entries"] = Entries };

    public static Dictionary<string, AttributeValue> Key(string userId) => MediaListItems.Key($"count#{userId}", Sort);

    public static bool IsCount(Dictionary<string, AttributeValue> item) => MediaListItems.GetMovieId(item) == Sort;

    public static bool IsFull(Dictionary<string, AttributeValue> count) => count.GetInteger(Entries) >= IMediaListStore.Capacity;

    /// <summary>Returns the part of a transaction that adds one, if there is room and the list has been counted.</summary>
    public TransactWriteItem Increase(string userId)
    {
        var write = Change(userId, 1);
        write.Update.ConditionExpression = "#entries < :capacity";
        write.Update.ExpressionAttributeValues[":capacity"] = Attributes.Number((long)IMediaListStore.Capacity);
        return write;
    }

    /// <summary>Returns the part of a transaction that subtracts <paramref name="by"/>, if the list has been counted.</summary>
    public TransactWriteItem Decrease(string userId, int by)
    {
        var write = Change(userId, -by);
        write.Update.ConditionExpression = "attribute_exists(#entries)";
        return write;
    }

    /// <summary>Counts the list; the count is right when it is written, since this program does not change an uncounted list.</summary>
    public async Task CountAsync(string userId, CancellationToken cancellationToken)
    {
        var entries = 0L;
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            var request = MediaListQuery.Create(table, userId, from);
            request.Select = Amazon.DynamoDBv2.Select.COUNT;
            var response = await tables.QueryAsync(request, cancellationToken);
            entries += response.Count ?? 0;
            from = response.LastEvaluatedKey;
        }
        while (from is { Count: > 0 });

        var item = Key(userId);
        item[Entries] = Attributes.Number(entries);
        var put = new PutItemRequest
        {
            TableName = table,
            Item = item,
            ConditionExpression = "attribute_not_exists(#entries)",
            ExpressionAttributeNames = s_entriesName,
        };
        try
        {
            await tables.PutAsync(put, cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Another call has counted meanwhile, and perhaps changed the list since.
        }
    }

    private TransactWriteItem Change(string userId, long by) => new()
    {
        Update = new Update
        {
            TableName = table,
            Key = Key(userId),
            UpdateExpression = "ADD #entries :by",
            ExpressionAttributeNames = s_entriesName,
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":by"] = Attributes.Number(by) },
        },
    };
}
