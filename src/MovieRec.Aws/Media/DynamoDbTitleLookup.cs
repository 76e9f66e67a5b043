using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Media;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Media;

/// <summary>Titles one by one, in the table <c>MovieRecCache</c>: item <c>603</c>, <c>movie</c>.</summary>
public sealed class DynamoDbTitleLookup(MovieRecTables tables) : ITitleLookup
{
    private const string Facts = "facts";

    private readonly string _table = tables.NameOf(Table.MovieRecCache);

    public async Task<IReadOnlyList<Title>> FindAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken)
    {
        var items = await tables.ReadAsync(_table, keys.Distinct().ToList().ConvertAll(Key), cancellationToken);
        // What others cached has no facts of ours; what has expired may stay in the table for days.
        return
        [
            .. items.Where(item => !item.HasExpired(tables.Clock.GetUtcNow())).Select(item => item.TextOf(Facts)).OfType<string>()
                .Select(facts => JsonSerializer.Deserialize(facts, TitleJson.Default.Title)!),
        ];
    }

    internal Task WriteAsync(IEnumerable<Title> titles, CancellationToken cancellationToken) =>
        tables.WriteAsync(_table, titles.Select(title => new WriteRequest { PutRequest = new PutRequest { Item = Item(title) } }), cancellationToken);

    private static Dictionary<string, AttributeValue> Item(Title title)
    {
        var item = Key(title.Key);
        item[Facts] = Attributes.Text(JsonSerializer.Serialize(title, TitleJson.Default.Title));
        return item;
    }

    private static Dictionary<string, AttributeValue> Key(TitleKey key) => Snapshot.Key(key.Id.ToString(), key.KindName);
}
