using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Catalogues;

/// <summary>Conversion of title records to items: the title's <c>facts</c> as JSON, other data in separate attributes.</summary>
internal static class TitleRecordItem
{
    private const string Facts = "facts", FetchedAt = "fetchedAt", MatchedAt = "matchedAt", Alias = "alias", Partial = "partial";

    /// <summary>Partition key of the genre index, by which other programs list titles: the first genre's number as text.</summary>
    private const string Genre = "genre";

    public static Dictionary<string, AttributeValue> Write(TitleRecord record)
    {
        var title = record.Facts;
        var item = CacheKey.Create(title.Key);
        item[Facts] = Attributes.Text(JsonSerializer.Serialize(title, TitleJson.Default.Title));
        if (title.GenreIds.Count > 0)
            item[Genre] = Attributes.Text(title.GenreIds[0].ToString(CultureInfo.InvariantCulture));
        if (record.FetchedAt is { } fetchedAt)
            item[FetchedAt] = Attributes.Number(fetchedAt.ToUnixTimeMilliseconds());
        if (record.MatchedAt is { } matchedAt)
            item[MatchedAt] = Attributes.Number(matchedAt.ToUnixTimeMilliseconds());
        if (record.ExpiresAt is { } expiresAt)
            item[TableSchema.ExpiresAt] = Attributes.Number(expiresAt.ToUnixTimeSeconds());
        if (record.Alias is { } alias)
            item[Alias] = Attributes.Text(alias.ToString());
        if (!record.HasDetails)
            item[Partial] = new AttributeValue { BOOL = true };
        return item;
    }

    /// <summary>Reads a record; returns null for an item of another program, which has no <c>facts</c>.</summary>
    public static TitleRecord? Read(Dictionary<string, AttributeValue> item) =>
        item.GetText(Facts) is { } facts && JsonSerializer.Deserialize(facts, TitleJson.Default.Title) is { } title
            ? new TitleRecord(title)
            {
                FetchedAt = GetTime(item, FetchedAt, milliseconds: 1),
                MatchedAt = GetTime(item, MatchedAt, milliseconds: 1),
                ExpiresAt = GetTime(item, TableSchema.ExpiresAt, milliseconds: 1_000),
                Alias = TitleKey.TryParse(item.GetText(Alias), out var alias) ? alias : null,
                HasDetails = !item.TryGetValue(Partial, out var partial) || partial.BOOL != true,
            }
            : null;

    private static DateTimeOffset? GetTime(Dictionary<string, AttributeValue> item, string name, int milliseconds) =>
        item.GetInteger(name) is { } number ? DateTimeOffset.FromUnixTimeMilliseconds(number * milliseconds) : null;
}
