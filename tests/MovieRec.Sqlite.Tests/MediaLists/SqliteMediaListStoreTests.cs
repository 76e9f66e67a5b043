using MovieRec.Api.MediaLists;
using MovieRec.Sqlite.MediaLists;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.MediaLists;

public sealed class SqliteMediaListStoreTests : MediaListStoreContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteMediaListStoreTests() => Store = SqliteMediaListStore.Favourites(_disk.Database);

    protected override IMediaListStore Store { get; }

    [Fact]
    public async Task Watchlist_AndFavourites_AreApart()
    {
        var watchlist = SqliteMediaListStore.Watchlist(_disk.Database);
        await AddedAsync(Alice, Movie(1));

        (await watchlist.ReadAsync(Alice, null, 10, Cancellation)).Entries.ShouldBeEmpty();
        await watchlist.AddAsync(Alice, Movie(2), Cancellation);
        await watchlist.RemoveAsync(Alice, [Movie(1).Key], Cancellation);

        (await AllAsync(Alice)).ShouldHaveSingleItem().Key.ShouldBe(Movie(1).Key);
        (await watchlist.ReadAsync(Alice, null, 10, Cancellation)).Entries.ShouldHaveSingleItem().Key.ShouldBe(Movie(2).Key);
    }

    [Fact]
    public async Task Read_LimitBelowOne_IsABug() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.ReadAsync(Alice, null, 0, Cancellation));

    [Fact]
    public async Task AnyCall_Cancelled_DoesNothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => Store.ReadAsync(Alice, null, 1, cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => Store.AddAsync(Alice, Movie(1), cancelled));

        (await AllAsync(Alice)).ShouldBeEmpty();
    }

    public void Dispose() => _disk.Dispose();
}

public sealed class SqliteMediaListPagingTests : MediaListPagingContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteMediaListPagingTests() => Store = SqliteMediaListStore.Watchlist(_disk.Database);

    protected override IMediaListStore Store { get; }

    public void Dispose() => _disk.Dispose();
}

public sealed class SqliteMediaListCapacityTests : MediaListCapacityContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteMediaListCapacityTests() => Store = SqliteMediaListStore.Favourites(_disk.Database);

    protected override IMediaListStore Store { get; }

    public void Dispose() => _disk.Dispose();
}
