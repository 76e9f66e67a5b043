using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Media;
using MovieRec.Aws.Media;
using MovieRec.Aws.Tests.Emulators;
using MovieRec.Engine.Titles;
using MovieRec.TestKit;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Media;

public sealed class DynamoDbTitleStoreTests : TitleStoreContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbTitleStoreTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Store = new DynamoDbTitleStore(_tables.Tables);
    }

    protected override ITitleStore Store { get; }

    private DynamoDbTitleLookup Lookup => new(_tables.Tables);

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();

    [Fact]
    public async Task Find_Titles_FindsThoseThatAreThere()
    {
        await Store.WriteAsync(Enumerable.Range(1, 150).Select(Film), "v1", Cancellation);
        await Store.WriteAsync([Film(1) with { Name = "Changed" }], "v2", Cancellation);

        var keys = Enumerable.Range(1, 160).Select(id => Film(id).Key).Append(new TitleKey(MediaKind.Tv, 1)).Append(Film(1).Key);
        var found = await Lookup.FindAsync([.. keys], Cancellation);

        found.Select(title => title.Key.Id).ShouldBe(Enumerable.Range(1, 150).Select(id => (long)id), ignoreOrder: true);
        found.Single(title => title.Key.Id == 1).Name.ShouldBe("Changed");
        (await Lookup.FindAsync([], Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_ExpiredOrForeignItem_IsNotThere()
    {
        await Store.WriteAsync([Film(1), Film(2)], "v1", Cancellation);
        var table = _tables.Names[Table.MovieRecCache];
        var expiry = new AttributeValueUpdate(new AttributeValue { N = "1700000000" }, Amazon.DynamoDBv2.AttributeAction.PUT);
        await _tables.Client.UpdateItemAsync(table, Key("1", "movie"), new() { ["ttl"] = expiry }, Cancellation);
        await _tables.Client.PutItemAsync(table, Key("3", "movie"), Cancellation);

        var found = await Lookup.FindAsync([Film(1).Key, Film(2).Key, Film(3).Key], Cancellation);

        found.ShouldHaveSingleItem().Key.Id.ShouldBe(2);
    }

    [Fact]
    public async Task Write_ByMany_LosesNothing()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(id => Task.Run(() => Store.WriteAsync([Film(id)], $"v{id}", Cancellation))));

        (await Store.ReadAllAsync(Cancellation)).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Write_LargeCatalogue_StaysWithinTheItemLimit()
    {
        var random = new Random(5);
        // Text that cannot be compressed, ten times what one item holds.
        var titles = Enumerable.Range(1, 1_000).Select(id => Film(id) with { Overview = Noise(random, 4_000) }).ToList();

        await Store.WriteAsync(titles, "v1", Cancellation);

        (await Store.ReadAllAsync(Cancellation)).Select(title => title.Overview).ShouldBe(titles.Select(title => title.Overview), ignoreOrder: true);
    }

    [Fact]
    public async Task Read_ReplacedSnapshot_ExpiresAndTheOneInForceDoesNot()
    {
        var clock = new ManualClock();
        var store = new DynamoDbTitleStore(_tables.Through(_tables.Client, clock));
        await store.WriteAsync([Film(1)], "v1", Cancellation);
        await store.WriteAsync([Film(2)], "v2", Cancellation);
        clock.Advance(TimeSpan.FromDays(1));

        (await store.ReadAllAsync(Cancellation)).Count.ShouldBe(2);
        var everything = await _tables.Client.ScanAsync(new ScanRequest(_tables.Names[Table.MovieRecCache]), Cancellation);
        everything.Items.Count(item => item["mediaType"].S == "shard#000").ShouldBe(2);
        everything.Items.Count(item => item.ContainsKey("ttl")).ShouldBe(1);
    }

    private static Title Film(int id) => new() { Key = new TitleKey(MediaKind.Movie, id), Name = $"Film {id}" };

    private static Dictionary<string, AttributeValue> Key(string mediaId, string mediaType) =>
        new() { ["mediaId"] = new(mediaId), ["mediaType"] = new(mediaType) };

    private static string Noise(Random random, int length)
    {
        var bytes = new byte[length / 4 * 3];
        random.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}
