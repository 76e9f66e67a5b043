using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Catalogues;

/// <summary>
/// Answers in the table <c>MovieRecCache</c>: item <c>list#&lt;question&gt;</c>, <c>kept</c>; and the titles noted, as the set in the one item
/// <c>list#noted</c>, <c>titles</c>, which many may add to at once. An item holds 400 KB, so from 5,000 titles on no more are noted until
/// some are forgotten: they will be found, and noted, again.
/// </summary>
public sealed class DynamoDbKeptLists(MovieRecTables tables) : IKeptLists
{
    private const string Titles = "titles", Total = "total";
    private const int MostNoted = 5_000;

    /// <summary>Titles a change of the set; 22 bytes a title at most, so the set stays far below what an item holds.</summary>
    private const int Batch = 1_000;

    /// <summary>Characters of a question that is a key as it is; a key holds 2 KB.</summary>
    private const int LongestPlain = 200;
    private const string Hashed = "sha256-";

    private readonly string _table = tables.GetName(Table.MovieRecCache);

    public async Task<CachedList?> FindAsync(string question, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var item = await ReadAsync(GetKey(question), cancellationToken);
        return !item.HasExpired(now) && item.TryGetValue(Titles, out var titles) && titles.L is { } list
            && item.GetInteger(Total) is { } total
            ? new CachedList(GetKeys(list.ConvertAll(title => title.S)), (int)total) : null;
    }

    public Task KeepAsync(string question, CachedList answer, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var item = GetKey(question);
        var titles = new List<AttributeValue>(answer.Keys.Count);
        foreach (var key in answer.Keys)
            titles.Add(Attributes.Text(key.ToString()));
        item[Titles] = new AttributeValue { L = titles };
        item[Total] = Attributes.Number((long)answer.Total);
        item[TableSchema.ExpiresAt] = Attributes.Number(until.ToUnixTimeSeconds());
        return tables.PutAsync(new PutItemRequest { TableName = _table, Item = item }, cancellationToken);
    }

    public async Task NoteAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken)
    {
        try
        {
            await ForEachBatchAsync(
                keys, "ADD #titles :titles", "attribute_not_exists(#titles) OR size(#titles) < :most",
                new(StringComparer.Ordinal) { [":most"] = Attributes.Number((long)MostNoted) }, cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Enough are noted.
        }
    }

    public async Task<IReadOnlyList<TitleKey>> ReadNotedAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(NotedKey, cancellationToken)).TryGetValue(Titles, out var titles) ? GetKeys(titles.SS ?? []) : [];

    public Task ForgetAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
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
                Key = NotedKey,
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

    private async Task<Dictionary<string,
        AttributeValue>> ReadAsync(Dictionary<string, AttributeValue> key, CancellationToken cancellationToken) =>
        (await tables.GetAsync(new GetItemRequest { TableName = _table, Key = key, ConsistentRead = true }, cancellationToken)).Item ?? [];

    private static Dictionary<string, AttributeValue> NotedKey => CacheKey.Create("list#noted", Titles);

    /// <summary>A short question of plain letters as it is, so that the table can be read; any other as its hash.</summary>
    private static Dictionary<string, AttributeValue> GetKey(string question)
    {
        var isPlain = question.Length <= LongestPlain && !question.AsSpan().ContainsAnyExceptInRange('!', '~')
            && !question.StartsWith(Hashed, StringComparison.Ordinal);
        var name = isPlain ? question : Hashed + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)));
        return CacheKey.Create($"list#{name}", "kept");
    }

    private static List<TitleKey> GetKeys(List<string> texts)
    {
        var keys = new List<TitleKey>(texts.Count);
        foreach (var text in texts)
        {
            if (TitleKey.TryParse(text, out var key))
                keys.Add(key);
        }
        return keys;
    }
}
