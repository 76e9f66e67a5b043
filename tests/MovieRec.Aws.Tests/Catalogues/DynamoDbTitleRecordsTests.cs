using Amazon.DynamoDBv2.Model;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbTitleRecordsTests : TitleRecordsContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbTitleRecordsTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Records = new DynamoDbTitleRecords(_tables.Through(_tables.Client, Clock));
    }

    protected override ITitleRecords Records { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();

    [Fact]
    public async Task Write_Record_IsAnItemThatOthersCanRead()
    {
        var facts = Record(Film(603), "The Matrix").Facts with { GenreIds = [28, 878] };
        var record = new TitleRecord(facts)
        {
            FetchedAt = Noon,
            MatchedAt = Noon,
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(2_000_000_000),
            Alias = Series(7),
            HasDetails = false,
        };
        await Records.WriteAsync([record, Record(Series(1))], Cancellation);

        var item = (await _tables.Client.GetItemAsync(Table, Key("603", "movie"), Cancellation)).Item;
        item.Keys.ShouldBe(
            ["mediaId", "mediaType", "facts", "genre", "fetchedAt", "matchedAt", "ttl", "alias", "partial"], ignoreOrder: true);
        (item["genre"].S, item["ttl"].N, item["alias"].S, item["fetchedAt"].N)
            .ShouldBe(("28", "2000000000", "tv#7", $"{Noon.ToUnixTimeMilliseconds()}"));
        (await _tables.Client.GetItemAsync(Table, Key("1", "tv"), Cancellation)).Item.Keys.ShouldBe(
            ["mediaId", "mediaType", "facts"], ignoreOrder: true);
    }

    [Fact]
    public async Task Read_ItemOfOthers_IsNotThere()
    {
        var item = Key("603", "movie");
        item["title"] = new("The Matrix");
        await _tables.Client.PutItemAsync(Table, item, Cancellation);

        (await Records.ReadAsync([Film(603)], Cancellation)).ShouldBeEmpty();
        (await Records.FindAsync([Film(603)], Cancellation)).ShouldBeEmpty();
    }

    private string Table => _tables.Names[Api.Table.MovieRecCache];

    private static Dictionary<string, AttributeValue> Key(string mediaId, string mediaType) =>
        new() { ["mediaId"] = new(mediaId), ["mediaType"] = new(mediaType) };
}
