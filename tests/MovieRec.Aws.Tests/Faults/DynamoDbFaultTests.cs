using Amazon.Runtime;
using MovieRec.Api.Catalogues;
using MovieRec.Api.MediaLists;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.MediaLists;
using MovieRec.Aws.Preferences;
using MovieRec.Aws.Tables;
using MovieRec.Emulators;
using MovieRec.Emulators.Processes;
using MovieRec.Engine.Titles;
using MovieRec.TestKit;

namespace MovieRec.Aws.Tests.Faults;

/// <summary>Failures of DynamoDB, each a typed error before the deadline without partial writes; the next call works.</summary>
public sealed class DynamoDbFaultTests : IAsyncLifetime
{
    private readonly FaultyServer _server;
    private readonly FreshTables _fresh;
    private readonly Amazon.DynamoDBv2.IAmazonDynamoDB _client;
    private readonly MovieRecTables _tables;
    private readonly string _user = $"user-{Guid.NewGuid()}";

    public DynamoDbFaultTests(SharedDynamoDb local)
    {
        _fresh = new FreshTables(local);
        _server = new FaultyServer(local.Endpoint);
        _client = DynamoDbLocal.GetClient(_server.Endpoint);
        _tables = _fresh.Through(_client);
    }

    public static TheoryData<string> Faults => ["ServerError", "GatewayError", "Throttled", "Overloaded", "Garbage", "Slow", "Dropped"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DynamoDbMediaListStore Favourites => DynamoDbMediaListStore.Favourites(_tables);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task AnyCall_Fault_IsATypedFailureInTimeAndTheNextCallWorks(string name)
    {
        await Favourites.AddAsync(_user, Film(1), Cancellation);
        using var called = new SemaphoreSlim(0);
        _server.Decide = _ =>
        {
            called.Release();
            return (Fault)typeof(Fault).GetProperty(name)!.GetValue(null)!;
        };
        var clock = new ManualClock();
        var tables = new MovieRecTables(_client, _fresh.Names, clock, new Random(1));

        var favourites = DynamoDbMediaListStore.Favourites(tables);
        Task<Exception>[] failing =
        [
            FailureOfAsync(() => favourites.ReadAsync(_user, null, 1, Cancellation)),
            FailureOfAsync(() => favourites.AddAsync(_user, Film(2), Cancellation)),
            FailureOfAsync(() => favourites.RemoveAsync(_user, [Film(1).Key], Cancellation)),
            FailureOfAsync(() => new DynamoDbPreferencesStore(tables).FindAsync(_user, Cancellation)),
            FailureOfAsync(
                () => new DynamoDbPreferencesStore(tables).SaveAsync(_user, new("{\"marked\":1}"u8.ToArray(), default), Cancellation)),
            FailureOfAsync(
                () => new DynamoDbPreferencesStore(tables)
                    .ReplaceAsync(_user, null, new("{\"marked\":1}"u8.ToArray(), default), Cancellation)),
            FailureOfAsync(() => new DynamoDbTitleRecords(tables).FindAsync([Film(1).Key], Cancellation)),
            FailureOfAsync(() => new DynamoDbSnapshotStore(tables).ListAsync(Cancellation)),
            FailureOfAsync(() => new DynamoDbSnapshotStore(tables).ReadAsync(new("marked-1-1", "v"), true, Cancellation)),
            FailureOfAsync(() => new DynamoDbRefreshState(tables).TakeAsync("marked", default, default, Cancellation)),
            FailureOfAsync(() => new DynamoDbSourceListCache(tables).FindAsync("marked", default, Cancellation)),
            FailureOfAsync(() => new DynamoDbWantedTitles(tables).AddAsync([Film(1).Key], Cancellation)),
        ];
        for (var call = 0; name == "Slow" && call < failing.Length; call++)
            await called.WaitAsync(Cancellation);
        if (name == "Slow")
            clock.Advance(DynamoDbClientFactory.CallTimeout);
        var failures = await Task.WhenAll(failing);

        failures.ShouldAllBe(failure => !failure.Message.Contains("marked") && !failure.Message.Contains(_user));
        _server.Decide = _ => Fault.None;
        (await Favourites.ReadAsync(_user, null, 10, Cancellation)).Entries.ShouldHaveSingleItem().Key.ShouldBe(Film(1).Key);
    }

    [Fact]
    public async Task AnyCall_AttemptsThatHang_EndByThemselves()
    {
        _server.Decide = _ => Fault.Slow;
        using var client = GetClient(TimeSpan.FromMilliseconds(20));

        await FailureOfAsync(() => DynamoDbMediaListStore.Favourites(_fresh.Through(client)).ReadAsync(_user, null, 1, Cancellation));

        using var usual = GetClient(attemptTimeout: null);
        usual.Config.Timeout.ShouldBe(DynamoDbClientFactory.AttemptTimeout);
        (2 * DynamoDbClientFactory.AttemptTimeout)
            .ShouldBeLessThan(DynamoDbClientFactory.CallTimeout, "a hanging call leaves time for another");
    }

    [Fact]
    public async Task AnyCall_ConnectionRefused_IsATypedFailure()
    {
        using var client = DynamoDbLocal.GetClient($"http://127.0.0.1:{LoopbackPort.Free()}");

        await FailureOfAsync(() => DynamoDbMediaListStore.Favourites(_fresh.Through(client)).ReadAsync(_user, null, 1, Cancellation));
    }

    [Fact]
    public async Task AnyCall_CallerGivesUp_IsCancelledAndNotUnavailable()
    {
        _server.Decide = _ => Fault.Slow;
        using var caller = new CancellationTokenSource();

        var reading = Favourites.ReadAsync(_user, null, 1, caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task AnyCall_OneFault_IsTriedAgain()
    {
        var first = 0;
        _server.Decide = _ => Interlocked.Increment(ref first) == 1 ? Fault.ServerError : Fault.None;

        (await Favourites.ReadAsync(_user, null, 1, Cancellation)).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_AnswerLost_AddsOnceAndCountsOnce()
    {
        await Favourites.AddAsync(_user, Film(1), Cancellation);
        LoseTheFirstResponseTo("TransactWriteItems");

        (await Favourites.AddAsync(_user, Film(2), Cancellation)).Failure.ShouldBeNull();
        LoseTheFirstResponseTo("TransactWriteItems");
        await Favourites.RemoveAsync(_user, [Film(1).Key], Cancellation);

        (await Favourites.ReadAsync(_user, null, 10, Cancellation)).Entries.ShouldHaveSingleItem().Key.ShouldBe(Film(2).Key);
        var table = _fresh.Names[Api.Table.Favourites];
        var count =
            await _fresh.Client.GetItemAsync(table, new() { ["userId"] = new($"count#{_user}"), ["movieId"] = new("count") }, Cancellation);
        count.Item["entries"].N.ShouldBe("1");
    }

    [Fact]
    public async Task FindTitles_KeysLeftUndone_AreAskedForAgain()
    {
        await new DynamoDbTitleRecords(_tables).WriteAsync([new TitleRecord(Title(7, "Seven"))], Cancellation);
        var table = _fresh.Names[Api.Table.MovieRecCache];
        const string Undone = """{"Responses":{},"UnprocessedKeys":{"TABLE":{"Keys":[{"mediaId":{"S":"7"},"mediaType":{"S":"movie"}}],"ConsistentRead":true}}}""";
        var asked = 0;
        _server.Decide = _ => Interlocked.Increment(ref asked) <= 2 ? new Fault(Body: Undone.Replace("TABLE", table)) : Fault.None;

        (await new DynamoDbTitleRecords(_tables).FindAsync([Title(7, "").Key], Cancellation)).ShouldHaveSingleItem().Name.ShouldBe("Seven");
        asked.ShouldBe(3);
    }

    [Fact]
    public async Task AnyCall_NoSuchTable_IsNotTakenForAFailureThatPasses()
    {
        var names = new TableNames(new Dictionary<Api.Table, string> { [Api.Table.Favourites] = "no-such-table" });
        var store = DynamoDbMediaListStore.Favourites(new MovieRecTables(_client, names, TimeProvider.System, new Random(1)));

        await Should.ThrowAsync<Amazon.DynamoDBv2.Model.ResourceNotFoundException>(() => store.ReadAsync(_user, null, 1, Cancellation));
    }

    public ValueTask InitializeAsync() => _fresh.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private void LoseTheFirstResponseTo(string operation)
    {
        var calls = 0;
        _server.Decide = called => called == operation && Interlocked.Increment(ref calls) == 1 ? Fault.ResponseLost : Fault.None;
    }

    private Amazon.DynamoDBv2.IAmazonDynamoDB GetClient(TimeSpan? attemptTimeout) =>
        DynamoDbClientFactory.Create(new BasicAWSCredentials("local", "local"), DynamoDbLocal.Region, _server.Endpoint, attemptTimeout);

    private static async Task<Exception> FailureOfAsync(Func<Task> call) => await Should.ThrowAsync<UnavailableException>(call);

    private static MediaListEntry Film(long id) =>
        new() { Key = new TitleKey(MediaKind.Movie, id), Title = $"Film {id}", AddedAt = DateTimeOffset.UnixEpoch };

    private static Title Title(long id, string name) => new() { Key = new TitleKey(MediaKind.Movie, id), Name = name };
}
