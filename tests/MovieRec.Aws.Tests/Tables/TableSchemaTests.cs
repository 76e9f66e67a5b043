using MovieRec.Api;

namespace MovieRec.Aws.Tests.Tables;

public sealed class TableSchemaTests
{
    [Theory]
    [InlineData(Table.UserPreferences, "UserPreferences", "userId", null)]
    [InlineData(Table.Favourites, "Favourites", "userId", "movieId")]
    [InlineData(Table.Watchlist, "Watchlist", "userId", "movieId")]
    [InlineData(Table.MovieRecCache, "MovieRecCache", "mediaId", "mediaType")]
    public void Of_Table_HasTheNameAndKeysOfTablesThatExist(Table table, string name, string partitionKey, string? sortKey)
    {
        var definition = TableSchema.Get(table);

        definition.DefaultName.ShouldBe(name);
        definition.PartitionKey.ShouldBe(partitionKey);
        definition.SortKey.ShouldBe(sortKey);
    }

    [Fact]
    public void All_Tables_AreThere() =>
        TableSchema.All.Select(definition => definition.Table).ShouldBe(Enum.GetValues<Table>(), ignoreOrder: true);

    [Fact]
    public void Of_Cache_HasItsIndexAndExpires()
    {
        var cache = TableSchema.Get(Table.MovieRecCache);

        cache.Index.ShouldBe(new IndexDefinition("genre-index", "genre"));
        cache.TtlAttribute.ShouldBe("ttl");
    }

    [Fact]
    public void TableNames_Overridden_TakeThePlaceOfTheDefaultsAlone()
    {
        var names = new TableNames(new Dictionary<Table, string> { [Table.Favourites] = "acme-favourites" });

        names[Table.Favourites].ShouldBe("acme-favourites");
        names[Table.Watchlist].ShouldBe("Watchlist");
    }
}
