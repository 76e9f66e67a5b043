using Amazon.DynamoDBv2.Model;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Catalogues;

/// <summary>The two keys of an item of the table <c>MovieRecCache</c>.</summary>
internal static class CacheKey
{
    public static Dictionary<string, AttributeValue> Create(string mediaId, string mediaType) => new(StringComparer.Ordinal)
    {
        [TableSchema.MediaId] = Attributes.Text(mediaId),
        [TableSchema.MediaType] = Attributes.Text(mediaType),
    };

    /// <summary><c>603</c>, <c>movie</c>.</summary>
    public static Dictionary<string, AttributeValue> Create(TitleKey key) => Create(key.Id.ToString(), key.KindName);
}
