using Amazon.DynamoDBv2.Model;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.TestKit.Contracts;
using MovieRec.TestKit;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbSnapshotStoreTests : SnapshotStoreContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbSnapshotStoreTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Store = new DynamoDbSnapshotStore(_tables.Tables);
    }

    protected override ISnapshotStore Store { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();

    [Fact]
    public async Task Publish_OverTheFormatBefore_TakesItForNothingAndLeavesIt()
    {
        await _tables.Client.PutItemAsync(Table, new()
        {
            ["mediaId"] = new("snapshot"),
            ["mediaType"] = new("current"),
            ["snapshotId"] = new("old"),
            ["version"] = new("v1"),
            ["shards"] = new AttributeValue { N = "2" },
        }, Cancellation);
        (await Store.ListAsync(Cancellation)).ShouldBeEmpty();

        var mark = await Store.PublishAsync(GetSnapshot(10, 10), "tmdb-1", null, Cancellation);

        (await Store.ListAsync(Cancellation)).ShouldBe([mark!]);
    }

    [Fact]
    public async Task Read_NoLongerTheOneBefore_IsThereForAnHour()
    {
        var clock = new ManualClock();
        var store = new DynamoDbSnapshotStore(_tables.Through(_tables.Client, clock));
        var marks = new List<SnapshotRef?> { null };
        for (var i = 1; i <= 3; i++)
            marks.Add(await store.PublishAsync(GetSnapshot(400_000 + i, i), $"tmdb-{i}", marks[^1], Cancellation));

        clock.Advance(TimeSpan.FromMinutes(59));
        ShouldBeTheSame(await store.ReadAsync(marks[1]!, withNames: true, Cancellation), GetSnapshot(400_001, 1));
        clock.Advance(TimeSpan.FromMinutes(1));

        (await store.ReadAsync(marks[1]!, withNames: true, Cancellation)).ShouldBeNull();
        ShouldBeTheSame(await store.ReadAsync(marks[2]!, withNames: true, Cancellation), GetSnapshot(400_002, 2));
        ShouldBeTheSame(await store.ReadAsync(marks[3]!, withNames: true, Cancellation), GetSnapshot(400_003, 3));
    }

    [Fact]
    public async Task Read_ShardGone_IsNotThere()
    {
        var mark = (await Store.PublishAsync(GetSnapshot(700_001, 10), "tmdb-1", null, Cancellation)).ShouldNotBeNull();
        Dictionary<string, AttributeValue> key = new() { ["mediaId"] = new($"snapshot#{mark.Id}"), ["mediaType"] = new("core#002") };
        (await _tables.Client.DeleteItemAsync(
            new DeleteItemRequest(Table, key, Amazon.DynamoDBv2.ReturnValue.ALL_OLD), Cancellation)).Attributes.ShouldNotBeEmpty();

        (await Store.ReadAsync(mark, withNames: false, Cancellation)).ShouldBeNull();
    }

    private string Table => _tables.Names[Api.Table.MovieRecCache];
}
