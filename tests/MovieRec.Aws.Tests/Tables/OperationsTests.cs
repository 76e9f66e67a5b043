using System.Text.Json;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Api.MediaLists;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.MediaLists;
using MovieRec.Aws.Preferences;
using MovieRec.Aws.Tables;
using MovieRec.Emulators;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Tests.Tables;

/// <summary>DynamoDB operations of each store, never a scan: exactly what a role must be granted.</summary>
/// <remarks>Permissions for a transaction are those of its operations.</remarks>
public sealed class OperationsTests(SharedDynamoDb local) : IAsyncLifetime
{
    private readonly FreshTables _fresh = new(local);
    private readonly FaultyServer _server = new(local.Endpoint);
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);
    private Amazon.DynamoDBv2.IAmazonDynamoDB _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MovieRecTables Tables => _fresh.Through(_client);

    [Fact]
    public async Task Preferences_FindAndSave_UseTheseOperations()
    {
        var store = new DynamoDbPreferencesStore(Tables);

        await store.SaveAsync("user", new("{}"u8.ToArray(), DateTimeOffset.UnixEpoch), Cancellation);
        await store.FindAsync("user", Cancellation);

        await store.ReplaceAsync("user", null, new("{}"u8.ToArray(), DateTimeOffset.UnixEpoch), Cancellation);

        Called().ShouldBe(["PutItem", "GetItem", "GetItem"]);
        _used.ShouldBe(Granted(Table.UserPreferences));
    }

    [Fact]
    public async Task MediaList_ReadAddAndRemove_UseTheseOperations()
    {
        var store = DynamoDbMediaListStore.Favourites(Tables);
        var entry = new MediaListEntry { Key = new TitleKey(MediaKind.Movie, 1), Title = "Film", AddedAt = DateTimeOffset.UnixEpoch };

        // The first change of a list counts it.
        await store.AddAsync("user", entry, Cancellation);
        Called().ShouldBe(["BatchGetItem", "Query", "PutItem", "BatchGetItem", "TransactWriteItems"]);
        await store.AddAsync("user", entry with { Key = new TitleKey(MediaKind.Tv, 1) }, Cancellation);
        Called().ShouldBe(["BatchGetItem", "TransactWriteItems"]);
        await store.AddAsync("user", entry, Cancellation);
        Called().ShouldBe(["BatchGetItem", "PutItem"]);
        await store.ReadAsync("user", null, 10, Cancellation);
        Called().ShouldBe(["Query"]);
        await store.RemoveAsync("user", [entry.Key], Cancellation);
        Called().ShouldBe(["BatchGetItem", "TransactWriteItems"]);
        await store.RemoveAsync("user", [entry.Key], Cancellation);
        Called().ShouldBe(["BatchGetItem"]);

        // The key of continuation tokens is an item in the same table.
        await ContinuationKey().ReadAsync(Cancellation);
        Called();
        _used.ShouldBe(Granted(Table.Favourites));
        _used.ShouldBe(Granted(Table.Watchlist));
    }

    [Fact]
    public async Task ContinuationKey_MadeAndFound_UsesTheseOperations()
    {
        await ContinuationKey().ReadAsync(Cancellation);
        Called().ShouldBe(["GetItem", "PutItem"]);
        await ContinuationKey().ReadAsync(Cancellation);
        Called().ShouldBe(["GetItem"]);
    }

    [Fact]
    public async Task Catalogue_ReadAndWritten_UsesTheseOperations()
    {
        var records = new DynamoDbTitleRecords(Tables);
        var title = new Title { Key = new TitleKey(MediaKind.Movie, 1), Name = "Film" };
        await records.WriteAsync([new TitleRecord(title)], Cancellation);
        await records.FindAsync([title.Key], Cancellation);
        await records.ReadAsync([title.Key], Cancellation);
        await records.RemoveAsync([title.Key], Cancellation);
        Called().ShouldBe(["BatchWriteItem", "BatchGetItem", "BatchGetItem", "BatchWriteItem"]);

        var snapshots = new DynamoDbSnapshotStore(Tables);
        SnapshotRef? mark = null;
        for (var published = 0; published < 3; published++)
        {
            Called();
            mark = await snapshots.PublishAsync(new("core"u8.ToArray(), "names"u8.ToArray()), "v", mark, Cancellation);
        }
        // The claim, the chunks, the switch; then the two unneeded chunks expire, and the manifest removes their id.
        Called().ShouldBe(["UpdateItem", "PutItem", "PutItem", "UpdateItem", "UpdateItem", "UpdateItem", "UpdateItem"]);
        await snapshots.ListAsync(Cancellation);
        Called().ShouldBe(["GetItem"]);
        await snapshots.ReadAsync(mark!, withNames: true, Cancellation);
        Called().ShouldBe(["GetItem", "GetItem"]);
        await snapshots.ReadAsync(mark!, withNames: false, Cancellation);
        Called().ShouldBe(["GetItem"]);

        var state = new DynamoDbRefreshState(Tables);
        await state.TakeAsync("a", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), Cancellation);
        await state.WriteAsync("a", new byte[10], Cancellation);
        await state.ReadAsync(Cancellation);
        Called().ShouldBe(["UpdateItem", "UpdateItem", "GetItem"]);
        await state.WriteAsync("a", new byte[350_001], Cancellation);
        Called().ShouldBe(["UpdateItem", "PutItem", "PutItem", "UpdateItem"]);
        await state.ReadAsync(Cancellation);
        await state.ReleaseAsync("a", Cancellation);
        Called().ShouldBe(["GetItem", "GetItem", "GetItem", "UpdateItem"]);

        var lists = new DynamoDbSourceListCache(Tables);
        var wanted = new DynamoDbWantedTitles(Tables);
        await lists.KeepAsync("question", new CachedList([title.Key], 1), DateTimeOffset.UnixEpoch, Cancellation);
        await lists.FindAsync("question", DateTimeOffset.UnixEpoch, Cancellation);
        await wanted.AddAsync([title.Key], Cancellation);
        await wanted.ReadAsync(Cancellation);
        await wanted.RemoveAsync([title.Key], Cancellation);
        Called().ShouldBe(["PutItem", "GetItem", "UpdateItem", "GetItem", "UpdateItem"]);
        _used.ShouldBe(Granted(Table.MovieRecCache));
    }

    public ValueTask InitializeAsync()
    {
        _client = DynamoDbLocal.GetClient(_server.Endpoint);
        return _fresh.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private DynamoDbContinuationKey ContinuationKey() => new(Tables, Table.Favourites, () => new byte[ContinuationTokens.KeyBytes]);

    private string[] Called()
    {
        string[] called = [.. _server.Calls];
        _used.UnionWith(called.Where(operation => operation != "TransactWriteItems"));
        _used.UnionWith(_server.Bodies.SelectMany(InTransaction));
        _server.Calls.Clear();
        _server.Bodies.Clear();
        return called;
    }

    private static IEnumerable<string> Granted(Table table) =>
        TableOperations.Reads(table).Concat(TableOperations.Writes(table)).Order(StringComparer.Ordinal);

    /// <summary>Returns the operations in a transaction: <c>Put</c> is granted as <c>PutItem</c>.</summary>
    private static IEnumerable<string> InTransaction(string body) =>
        JsonDocument.Parse(body).RootElement.TryGetProperty("TransactItems", out var items)
            ? items.EnumerateArray().SelectMany(item => item.EnumerateObject()).Select(operation => $"{operation.Name}Item")
            : [];
}
