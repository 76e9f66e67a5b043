using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Catalogues;

/// <summary>Wanted titles in the table <c>MovieRecCache</c>: a set in the item <c>list#noted</c>, <c>titles</c>.</summary>
/// <remarks>
/// Concurrent writers add to one set. An item has at most 400 KB, so no more are added while the set has 5,000 titles or more; a later
/// request adds them again.
/// </remarks>
public sealed class DynamoDbWantedTitles(MovieRecTables tables) : IWantedTitles
{
    private const string Titles = "titles";
    private const int MaxTitles = 5_000;

    /// <summary>Titles per update; at most 22 bytes per title, so the set stays far below the limit of an item.</summary>
    private const int Batch = 1_000;

    private readonly string _table = tables.GetName(Table.MovieRecCache);

    private static Dictionary<string, AttributeValue> Key => CacheKey.Create("list#noted", Titles);

    public async Task AddAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken)
    {
        try
        {
            await ForEachBatchAsync(
                keys, "ADD #titles :titles", "attribute_not_exists(#titles) OR size(#titles) < :most",
                new(StringComparer.Ordinal) { [":most"] = Attributes.Number((long)MaxTitles) }, cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // The set is full.
        }
    }

    public async Task<IReadOnlyList<TitleKey>> ReadAsync(CancellationToken cancellationToken) =>
        (await tables.GetItemAsync(_table, Key, cancellationToken)).TryGetValue(Titles, out var titles)
            ? CacheKey.ParseTitles(titles.SS ?? [])
            : [];

    public Task RemoveAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
        ForEachBatchAsync(keys, "DELETE #titles :titles", condition: null, new(StringComparer.Ordinal), cancellationToken);

    private async Task ForEachBatchAsync(
        IReadOnlyList<TitleKey> keys, string update, string? condition, Dictionary<string, AttributeValue> values,
        CancellationToken cancellationToken)
    {
        foreach (var batch in new List<TitleKey>(new HashSet<TitleKey>(keys)).ConvertAll(key => key.ToString()).Chunk(Batch))
        {
            await tables.UpdateAsync(new UpdateItemRequest
            {
                TableName = _table,
                Key = Key,
                UpdateExpression = update,
                ConditionExpression = condition,
                ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#titles"] = Titles },
                ExpressionAttributeValues = new(values, StringComparer.Ordinal)
                {
                    [":titles"] = new AttributeValue { SS = [.. batch] },
                },
            }, cancellationToken);
        }
    }
}
