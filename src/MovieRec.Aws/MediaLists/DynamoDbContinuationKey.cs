using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.MediaLists;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.MediaLists;

/// <summary>Key of a list's continuation tokens, in an item of the list's own table that no list read returns.</summary>
/// <remarks>
/// The first process that needs it creates it, and it never changes. So there is no secret in a template or a setting, and no further
/// permission is needed.
/// </remarks>
/// <param name="tables">The tables.</param>
/// <param name="table">The list's table.</param>
/// <param name="make">Creates <see cref="ContinuationTokens.KeyBytes"/> random bytes.</param>
public sealed class DynamoDbContinuationKey(MovieRecTables tables, Table table, Func<byte[]> make) : IContinuationKey
{
    /// <summary>Partition key that cannot be a user's, since users' ids are UUIDs.</summary>
    private const string Name = "continuation-key";

    private const string Value = "value";

    private static readonly Dictionary<string, string> s_valueName = new(StringComparer.Ordinal) { ["#value"] = Value };

    private byte[]? _key;

    public async ValueTask<byte[]> ReadAsync(CancellationToken cancellationToken) =>
        _key ??= await tables.RepeatAsync(() => FindOrMakeAsync(cancellationToken), cancellationToken);

    private async Task<byte[]?> FindOrMakeAsync(CancellationToken cancellationToken)
    {
        var get = new GetItemRequest { TableName = tables.GetName(table), Key = MediaListItems.Key(Name, Name), ConsistentRead = true };
        var kept = await tables.GetAsync(get, cancellationToken);
        if (kept.Item is { Count: > 0 } item)
            return item[Value].B.ToArray();

        var made = make();
        using var bytes = new MemoryStream(made);
        var put = new PutItemRequest
        {
            TableName = get.TableName,
            Item = new(get.Key, StringComparer.Ordinal) { [Value] = new() { B = bytes } },
            ConditionExpression = "attribute_not_exists(#value)",
            ExpressionAttributeNames = s_valueName,
        };
        // If another instance creates the key at the same time, the condition fails, and the retry reads that key.
        await tables.PutAsync(put, cancellationToken);
        return made;
    }
}
