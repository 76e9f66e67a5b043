using Amazon.DynamoDBv2.Model;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Catalogues;

/// <summary>Partition key and sort key of an item of the table <c>MovieRecCache</c>.</summary>
internal static class CacheKey
{
    public static Dictionary<string, AttributeValue> Create(string mediaId, string mediaType) => new(StringComparer.Ordinal)
    {
        [TableSchema.MediaId] = Attributes.Text(mediaId),
        [TableSchema.MediaType] = Attributes.Text(mediaType),
    };

    /// <summary>Creates the key of a title, for example <c>603</c>, <c>movie</c>.</summary>
    public static Dictionary<string, AttributeValue> Create(TitleKey key) => Create(key.Id.ToString(), key.KindName);

    /// <summary>Parses texts as title keys; leaves out those that are not valid.</summary>
    public static List<TitleKey> ParseTitles(List<string> texts)
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
