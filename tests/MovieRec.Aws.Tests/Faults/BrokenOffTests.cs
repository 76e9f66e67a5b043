using Amazon.DynamoDBv2.Model;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Emulators;
using MovieRec.Engine.Snapshots;
using MovieRec.TestKit;

namespace MovieRec.Aws.Tests.Faults;

/// <summary>Writes of many items that are killed at each of their calls.</summary>
/// <remarks>The current data stays complete for any time without another write. The next write removes what the killed one left.</remarks>
public sealed class BrokenOffTests : IAsyncLifetime
{
    private static readonly TimeSpan s_longAfter = TimeSpan.FromDays(400);

    private readonly FaultyServer _server;
    private readonly FreshTables _fresh;
    private readonly Amazon.DynamoDBv2.IAmazonDynamoDB _client;
    private readonly ManualClock _clock = new() { Skipped = TimeSpan.FromSeconds(1) };
    private readonly MovieRecTables _tables;

    public BrokenOffTests(SharedDynamoDb local)
    {
        _fresh = new FreshTables(local);
        _server = new FaultyServer(local.Endpoint);
        _client = DynamoDbLocal.GetClient(_server.Endpoint);
        _tables = _fresh.Through(_client, _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DynamoDbSnapshotStore Snapshots => new(_tables);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Publish_KilledAtAnyCall_LeavesAWholeSnapshotInForceForEver(bool callIsDone)
    {
        var current = (await Snapshots.PublishAsync(GetSnapshot(0), "tmdb-0", null, Cancellation)).ShouldNotBeNull();
        current = (await Snapshots.PublishAsync(GetSnapshot(1), "tmdb-1", current, Cancellation)).ShouldNotBeNull();
        var number = 1;
        for (var call = 1; ; call++)
        {
            var publishing = number + 1;
            if (!await KilledAtAsync(
                call, callIsDone, token => Snapshots.PublishAsync(GetSnapshot(publishing), $"tmdb-{publishing}", current, token)))
            {
                break;
            }
            _clock.Advance(s_longAfter);
            var marks = await Snapshots.ListAsync(Cancellation);
            (await NumberOfAsync(marks[0])).ShouldBeInRange(number, publishing);
            (await NumberOfAsync(marks[1])).ShouldBeInRange(number - 1, number);
            marks[0].Version.ShouldBe($"tmdb-{await NumberOfAsync(marks[0])}");

            // The next write succeeds, and nothing of the killed one remains.
            number = await NumberOfAsync(marks[0]) + 1;
            current = (await Snapshots.PublishAsync(GetSnapshot(number), $"tmdb-{number}", marks[0], Cancellation)).ShouldNotBeNull();
            await OnlyTheseShouldStayAsync("snapshot#", [current.Id, marks[0].Id]);
        }
        // The claim, two chunks of the core and one of the names, and the switch of the manifest; then the clean-up.
        number.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WriteProgress_KilledAtAnyCall_LeavesTheOldOrTheNewForEver(bool callIsDone)
    {
        var state = new DynamoDbRefreshState(_tables);
        await state.TakeAsync("a", _clock.GetUtcNow(), DateTimeOffset.MaxValue, Cancellation);
        await state.WriteAsync("a", Noise(800_000), Cancellation);
        var last = 800_000;
        var kills = 0;
        for (var call = 1; ; call++)
        {
            var next = last + 1;
            if (!await KilledAtAsync(call, callIsDone, token => state.WriteAsync("a", Noise(next), token)))
                break;
            kills++;
            _clock.Advance(s_longAfter);
            var read = (await state.ReadAsync(Cancellation)).ShouldNotBeNull();
            read.Length.ShouldBeInRange(last, next);
            read.Span.SequenceEqual(Noise(read.Length)).ShouldBeTrue();

            last = next + 1;
            (await state.WriteAsync("a", Noise(last), Cancellation)).ShouldBeTrue();
            await OnlyTheseShouldStayAsync("progress#", [await ParcelAsync()]);
        }
        kills.ShouldBeGreaterThan(4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WriteModel_KilledAtAnyCall_LeavesTheOldOrTheNewForEver(bool callIsDone)
    {
        var models = new DynamoDbModelStore(_tables);
        var last = 800_000;
        await models.WriteAsync(Noise(last), Cancellation);
        for (var call = 1; await KilledAtAsync(call, callIsDone, token => models.WriteAsync(Noise(last + 1), token)); call++)
        {
            _clock.Advance(s_longAfter);
            var read = (await models.ReadAsync(Cancellation)).ShouldNotBeNull();
            read.Length.ShouldBeInRange(last, last + 1);
            read.Span.SequenceEqual(Noise(read.Length)).ShouldBeTrue();

            last += 2;
            await models.WriteAsync(Noise(last), Cancellation);
            await OnlyTheseShouldStayAsync("model#", [(await models.MarkAsync(Cancellation))!]);
        }
        // The claim, three chunks and the switch of the manifest.
        last.ShouldBeGreaterThan(800_008);
    }

    [Fact]
    public async Task WriteModel_WhileAnotherIsWritten_TheLastOneIsInForceAndNothingElseStays()
    {
        var models = new DynamoDbModelStore(_tables);
        await models.WriteAsync(Noise(400_000), Cancellation);
        await Task.WhenAll(Enumerable.Range(1, 4).Select(other => models.WriteAsync(Noise(400_000 + other), Cancellation)));

        (await models.ReadAsync(Cancellation)).ShouldNotBeNull().Length.ShouldBeInRange(400_001, 400_004);
        await OnlyTheseShouldStayAsync("model#", [(await models.MarkAsync(Cancellation))!]);
    }

    [Fact]
    public async Task Publish_ByOneThatWasTakenForDead_DoesNotHappen()
    {
        var first = await Snapshots.PublishAsync(GetSnapshot(1), "tmdb-1", null, Cancellation);
        SnapshotRef? second = null;
        var puts = 0;
        _server.Decide = operation =>
        {
            // While the slow instance writes, two days pass, and another one publishes in its place.
            if (operation == "PutItem" && Interlocked.Increment(ref puts) == 1)
            {
                _clock.Advance(TimeSpan.FromDays(2));
                var others = new DynamoDbSnapshotStore(_fresh.Through(_fresh.Client, _clock));
#pragma warning disable RS0030 // The server decides in the middle of a call, on a thread of its own.
                second = others.PublishAsync(GetSnapshot(2), "tmdb-2", first, CancellationToken.None).GetAwaiter().GetResult();
#pragma warning restore RS0030
            }
            return Fault.None;
        };

        (await Snapshots.PublishAsync(GetSnapshot(3), "tmdb-3", first, Cancellation)).ShouldBeNull();

        (await Snapshots.ListAsync(Cancellation)).ShouldBe([second!, first!]);
        (await NumberOfAsync(second!)).ShouldBe(2);
    }

    [Theory]
    [InlineData("Overloaded")]
    [InlineData("Throttled")]
    public async Task WritesInBulk_Throttled_AreTriedAgain(string fault)
    {
        var calls = 0;
        _server.Decide = operation => operation is "PutItem" or "BatchWriteItem" && Interlocked.Increment(ref calls) <= 8
            ? (Fault)typeof(Fault).GetProperty(fault)!.GetValue(null)! : Fault.None;

        var mark = await Snapshots.PublishAsync(GetSnapshot(1), "tmdb-1", null, Cancellation);
        (await NumberOfAsync(mark!)).ShouldBe(1);

        calls = 0;
        var records = new DynamoDbTitleRecords(_tables);
        var key = new Engine.Titles.TitleKey(Engine.Titles.MediaKind.Movie, 603);
        await records.WriteAsync([new TitleRecord(new Engine.Titles.Title { Key = key, Name = "The Matrix" })], Cancellation);
        (await records.FindAsync([key], Cancellation)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Publish_AnswerToTheMoveLost_IsPublished()
    {
        var first = await Snapshots.PublishAsync(GetSnapshot(1), "tmdb-1", null, Cancellation);
        var updates = 0;
        _server.Decide = operation =>
            operation == "UpdateItem" && Interlocked.Increment(ref updates) == 2 ? Fault.ResponseLost : Fault.None;

        var second = (await Snapshots.PublishAsync(GetSnapshot(2), "tmdb-2", first, Cancellation)).ShouldNotBeNull();

        (await Snapshots.ListAsync(Cancellation)).ShouldBe([second, first!]);
    }

    public ValueTask InitializeAsync() => _fresh.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>Runs a write that dies with a call: after it nothing reaches DynamoDB, and the write is cancelled.</summary>
    /// <returns>False if the write had no such call.</returns>
    private async Task<bool> KilledAtAsync(int call, bool callIsDone, Func<CancellationToken, Task> write)
    {
        using var life = new CancellationTokenSource();
        var calls = 0;
        _server.Decide = _ =>
        {
            var now = Interlocked.Increment(ref calls);
            if (now < call)
                return Fault.None;
            life.Cancel();
            return now == call && callIsDone ? Fault.ResponseLost : Fault.Dropped;
        };
        try
        {
            await write(life.Token);
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
        }
        await _server.SettledAsync();
        _server.Decide = _ => Fault.None;
        return life.IsCancellationRequested;
    }

    private async Task<int> NumberOfAsync(SnapshotRef mark)
    {
        var snapshot = (await Snapshots.ReadAsync(mark, withNames: true, Cancellation)).ShouldNotBeNull();
        var number = snapshot.Core.Length - 400_000;
        snapshot.Core.Span.SequenceEqual(GetSnapshot(number).Core.Span).ShouldBeTrue();
        snapshot.Names.Span.SequenceEqual(GetSnapshot(number).Names.Span).ShouldBeTrue();
        return number;
    }

    /// <summary>Checks that every chunk of an unneeded blob expires, and no chunk of the needed ones.</summary>
    private async Task OnlyTheseShouldStayAsync(string prefix, string[] ids)
    {
        string[] needed = [.. ids.Select(id => prefix + id)];
        var items = new List<Dictionary<string, AttributeValue>>();
        // A page holds at most a megabyte.
        var scan = new ScanRequest(_fresh.Names[Api.Table.MovieRecCache]);
        do
        {
            var page = await _fresh.Client.ScanAsync(scan, Cancellation);
            items.AddRange(page.Items);
            scan.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (scan.ExclusiveStartKey is { Count: > 0 });
        var parts = items.Where(item => item["mediaId"].S.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        parts.Where(part => !part.ContainsKey("ttl")).Select(part => part["mediaId"].S).Distinct().ShouldBe(needed, ignoreOrder: true);
        parts.Where(part => part.ContainsKey("ttl")).Select(part => part["mediaId"].S).ShouldNotContain(id => needed.Contains(id));
        items.ShouldAllBe(item => !item.ContainsKey("claims") && !item.ContainsKey("leaving"));
    }

    private async Task<string> ParcelAsync()
    {
        var key = new Dictionary<string, AttributeValue> { ["mediaId"] = new("progress"), ["mediaType"] = new("refresh") };
        return (await _fresh.Client.GetItemAsync(_fresh.Names[Api.Table.MovieRecCache], key, Cancellation)).Item["parcel"].S;
    }

    private static EncodedSnapshot GetSnapshot(int number) => new(Noise(400_000 + number), Noise(1_000 + number));

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
