using System.Text;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Preferences;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Preferences;

/// <summary>Store of preferences in the table <c>UserPreferences</c>, as text, which preserves number formats and field order.</summary>
public sealed class DynamoDbPreferencesStore(MovieRecTables tables) : IPreferencesStore
{
    private const string Document = "document";
    private const string UpdatedAt = "updatedAt";

    private readonly string _table = tables.GetName(Table.UserPreferences);

    public async Task<StoredPreferences?> FindAsync(string userId, CancellationToken cancellationToken) =>
        Parse(await ReadAsync(userId, cancellationToken));

    public Task SaveAsync(string userId, StoredPreferences preferences, CancellationToken cancellationToken) =>
        tables.PutAsync(Put(userId, preferences), cancellationToken);

    public async Task<bool> ReplaceAsync(
        string userId, StoredPreferences? expected, StoredPreferences preferences, CancellationToken cancellationToken)
    {
        var current = await ReadAsync(userId, cancellationToken);
        if (!IsSame(Parse(current), expected))
            return false;

        // The condition compares every attribute that was read, since a legacy item has other attributes than this store writes.
        var put = Put(userId, preferences);
        var names = current?.Keys.ToArray() ?? [TableSchema.UserId];
        put.ExpressionAttributeNames = names.Index().ToDictionary(name => $"#{name.Index}", name => name.Item, StringComparer.Ordinal);
        if (current is not null)
        {
            put.ExpressionAttributeValues = names.Index()
                .ToDictionary(name => $":{name.Index}", name => current[name.Item], StringComparer.Ordinal);
        }
        put.ConditionExpression = current is null
            ? "attribute_not_exists(#0)"
            : string.Join(" AND ", names.Select((_, i) => $"#{i} = :{i}"));
        try
        {
            await tables.PutAsync(put, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private async Task<Dictionary<string, AttributeValue>?> ReadAsync(string userId, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = _table, Key = Key(userId), ConsistentRead = true };
        return (await tables.GetAsync(request, cancellationToken)).Item is { Count: > 0 } item ? item : null;
    }

    private static StoredPreferences? Parse(Dictionary<string, AttributeValue>? item)
    {
        if (item is null)
            return null;
        var document = item.GetText(Document) is { } text
            ? Encoding.UTF8.GetBytes(text)
            : LegacyPreferencesItem.Read(item, except: UpdatedAt);
        return new StoredPreferences(document, item.GetTime(UpdatedAt) ?? DateTimeOffset.UnixEpoch);
    }

    private static bool IsSame(StoredPreferences? one, StoredPreferences? other) => one is null || other is null
        ? one == other
        : one.UpdatedAt == other.UpdatedAt && one.Document.Span.SequenceEqual(other.Document.Span);

    private PutItemRequest Put(string userId, StoredPreferences preferences)
    {
        var item = Key(userId);
        item[Document] = Attributes.Text(Encoding.UTF8.GetString(preferences.Document.Span));
        item[UpdatedAt] = Attributes.Text(Timestamps.Text(preferences.UpdatedAt));
        return new PutItemRequest { TableName = _table, Item = item };
    }

    private static Dictionary<string, AttributeValue> Key(string userId) =>
        new(StringComparer.Ordinal) { [TableSchema.UserId] = Attributes.Text(userId) };
}
