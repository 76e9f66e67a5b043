using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.MediaLists;
using MovieRec.Aws.MediaLists;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.MediaLists;

public sealed class DynamoDbMediaListStoreTests(FreshTables tables) : MediaListStoreContract, IClassFixture<FreshTables>
{
    protected override IMediaListStore Store { get; } = DynamoDbMediaListStore.Favourites(tables.Tables);

    protected override IMediaListStore Watchlist { get; } = DynamoDbMediaListStore.Watchlist(tables.Tables);

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-200)]
    [InlineData(double.Epsilon)]
    public async Task Add_NumberBeyondDynamoDbsRange_Survives(double number)
    {
        await AddedAsync(Alice, Movie(1) with { Popularity = number });

        (await AllAsync(Alice)).ShouldHaveSingleItem().Popularity.ShouldBe(number);
    }

    [Fact]
    public async Task Read_ItemsOfOthers_AreFilmsWithWhatIsKnown()
    {
        await PutAsync(
            "603", new() { ["title"] = new("The Matrix"), ["addedAt"] = new("2024-01-01T00:00:00.000Z"), ["voteAverage"] = new("8.2") });
        await PutAsync("604", new() { ["addedAt"] = new() { N = "1704067199" }, ["genreIds"] = new() { NS = ["28"] } });
        await PutAsync(
            "605", new() { ["title"] = new() { N = "1917" }, ["popularity"] = new() { BOOL = true }, ["genreIds"] = new("28, 12") });
        await PutAsync("not a title", []);

        var entries = await AllAsync(Alice);

        entries.Select(entry => entry.Key.ToString()).ShouldBe(["movie#603", "movie#604", "movie#605"]);
        entries.Select(entry => entry.Title).ShouldBe(["The Matrix", "", "1917"]);
        entries[0].VoteAverage.ShouldBe(8.2);
        entries[1].AddedAt.ShouldBe(new DateTimeOffset(2023, 12, 31, 23, 59, 59, TimeSpan.Zero));
        entries[1].GenreIds.ShouldBe([28]);
        entries[2].GenreIds.ShouldBe([28, 12]);
        entries[2].Popularity.ShouldBeNull();
        entries[2].AddedAt.ShouldBe(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task Add_FilmThatOthersWrote_IsUpdatedInPlace()
    {
        await PutAsync("603", new() { ["addedAt"] = new() { N = "1704067200000" } });
        await PutAsync("604", []);

        (await AddedAsync(Alice, Movie(603))).AddedAt.ShouldBe(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        (await AddedAsync(Alice, Movie(604))).AddedAt.ShouldBe(DateTimeOffset.UnixEpoch);
        await AddedAsync(Alice, Series(603));

        (await AllAsync(Alice)).Select(entry => entry.Title).ShouldBe(["Series 603", "Film 603", "Film 604"]);
    }

    [Fact]
    public async Task Remove_FilmUnderBothKeys_RemovesBoth()
    {
        await AddedAsync(Alice, Movie(603));
        await PutAsync("603", []);
        (await AllAsync(Alice)).ShouldHaveSingleItem().Title.ShouldBe("Film 603");

        await RemoveAsync(Alice, Movie(603));

        (await AllAsync(Alice)).ShouldBeEmpty();
    }

    private Task<PutItemResponse> PutAsync(string movieId, Dictionary<string, AttributeValue> item)
    {
        item["userId"] = new(Alice);
        item["movieId"] = new(movieId);
        return tables.Client.PutItemAsync(tables.Names[Table.Favourites], item, Cancellation);
    }
}

public sealed class DynamoDbMediaListPagingTests(FreshTables tables) : MediaListPagingContract, IClassFixture<FreshTables>
{
    protected override IMediaListStore Store { get; } = DynamoDbMediaListStore.Watchlist(tables.Tables);
}

public sealed class DynamoDbMediaListCapacityTests(FreshTables tables) : MediaListCapacityContract, IClassFixture<FreshTables>
{
    protected override IMediaListStore Store { get; } = DynamoDbMediaListStore.Favourites(tables.Tables);

    /// <summary>Fills in batches without a count; the first change counts the list, as with entries of other writers.</summary>
    protected override async Task FillAsync(string userId, IReadOnlyList<MediaListEntry> entries)
    {
        var table = tables.Names[Table.Favourites];
        foreach (var chunk in entries.Chunk(25))
        {
            // Large enough that a list is read in several pages.
            var writes = chunk.Select(entry => new WriteRequest(new PutRequest(new()
            {
                ["userId"] = new(userId),
                ["movieId"] = new(entry.Key.ToString()),
                ["title"] = new(entry.Title),
                ["addedAt"] = new(Timestamps.Text(entry.AddedAt)),
                ["overview"] = new(new string('o', 500)),
            })));
            var response = await tables.Client.BatchWriteItemAsync(
                new BatchWriteItemRequest { RequestItems = new() { [table] = [.. writes] } }, Cancellation);
            (response.UnprocessedItems?.Count ?? 0).ShouldBe(0);
        }
    }
}
