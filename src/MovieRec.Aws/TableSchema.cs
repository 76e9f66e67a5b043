using MovieRec.Api;

namespace MovieRec.Aws;

/// <summary>The four tables, defined once for the stores and for the CDK app, which imports or creates them.</summary>
public static class TableSchema
{
    public const string UserId = "userId";
    public const string MovieId = "movieId";
    public const string MediaId = "mediaId";
    public const string MediaType = "mediaType";

    /// <summary>TTL attribute of <see cref="Table.MovieRecCache"/>: seconds since 1970, a number.</summary>
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

/// <summary>Definition of a DynamoDB table; every key is a string.</summary>
/// <param name="Table">The table; its name is the default name.</param>
/// <param name="PartitionKey">The attribute of the partition key.</param>
/// <param name="SortKey">The attribute of the sort key, if there is one.</param>
/// <param name="TtlAttribute">The attribute of the TTL, if items expire.</param>
/// <param name="Index">Global secondary index over all attributes, if there is one.</param>
public sealed record TableDefinition(
    Table Table, string PartitionKey, string? SortKey = null, string? TtlAttribute = null, IndexDefinition? Index = null)
{
    public string DefaultName => Table.ToString();
}

/// <summary>A global secondary index.</summary>
public sealed record IndexDefinition(string Name, string PartitionKey);
