using MovieRec.Api;

namespace MovieRec.Aws;

/// <summary>The four tables, named once: the stores read it, and the CDK app for what it imports or makes.</summary>
public static class TableSchema
{
    public const string UserId = "userId";
    public const string MovieId = "movieId";
    public const string MediaId = "mediaId";
    public const string MediaType = "mediaType";

    /// <summary>When DynamoDB may delete an item of <see cref="Table.MovieRecCache"/>: seconds since 1970, a number.</summary>
    public const string ExpiresAt = "ttl";

    public const string GenreIndex = "genre-index";

    public static IReadOnlyList<TableDefinition> All { get; } =
    [
        new(Table.UserPreferences, UserId),
        new(Table.Favourites, UserId, MovieId),
        new(Table.Watchlist, UserId, MovieId),
        new(Table.MovieRecCache, MediaId, MediaType, ExpiresAt, new IndexDefinition(GenreIndex, "genre")),
    ];

    public static TableDefinition Get(Table table) => All.First(definition => definition.Table == table);
}

/// <summary>A table as DynamoDB knows it; every key is a string.</summary>
/// <param name="Table">Which one it is; its name is the table's default name.</param>
/// <param name="PartitionKey">The attribute that items are spread by.</param>
/// <param name="SortKey">The attribute that orders a partition, where there is one.</param>
/// <param name="TtlAttribute">The attribute that DynamoDB expires items by, where it does.</param>
/// <param name="Index">A global secondary index over all attributes, where there is one.</param>
public sealed record TableDefinition(
    Table Table, string PartitionKey, string? SortKey = null, string? TtlAttribute = null, IndexDefinition? Index = null)
{
    public string DefaultName => Table.ToString();
}

/// <summary>A global secondary index.</summary>
public sealed record IndexDefinition(string Name, string PartitionKey);
