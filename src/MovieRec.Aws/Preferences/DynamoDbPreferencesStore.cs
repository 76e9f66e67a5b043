using System.Text;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Preferences;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Preferences;

/// <summary>Preferences in the table <c>UserPreferences</c>: the document as text, since a map would change how its numbers are
/// written and lose its order.</summary>
public sealed class DynamoDbPreferencesStore(MovieRecTables tables) : IPreferencesStore
{
    private const string Document = "document";
    private const string UpdatedAt = "updatedAt";

    private readonly string _table = tables.NameOf(Table.UserPreferences);

    public async Task<StoredPreferences?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = _table, Key = Key(userId), ConsistentRead = true };
        var item = (await tables.GetAsync(request, cancellationToken)).Item;
        if (item is null || item.Count == 0)
            return null;
        var document = item.TextOf(Document) is { } text ? Encoding.UTF8.GetBytes(text) : ForeignDocument.Read(item, except: UpdatedAt);
        return new StoredPreferences(document, item.TimeOf(UpdatedAt) ?? DateTimeOffset.UnixEpoch);
    }

    public Task SaveAsync(string userId, StoredPreferences preferences, CancellationToken cancellationToken)
    {
        var item = Key(userId);
        item[Document] = Attributes.Text(Encoding.UTF8.GetString(preferences.Document.Span));
        item[UpdatedAt] = Attributes.Text(Timestamps.Text(preferences.UpdatedAt));
        return tables.PutAsync(new PutItemRequest { TableName = _table, Item = item }, cancellationToken);
    }

    private static Dictionary<string, AttributeValue> Key(string userId) =>
        new(StringComparer.Ordinal) { [TableSchema.UserId] = Attributes.Text(userId) };
}
