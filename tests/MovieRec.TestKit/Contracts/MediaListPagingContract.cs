using MovieRec.Api.MediaLists;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of the order of <see cref="IMediaListStore"/>, and of pages without gaps or repetitions.</summary>
public abstract class MediaListPagingContract : MediaListContract
{
    [Fact]
    public async Task Read_Order_IsNewestFirstThenKeyAsText()
    {
        MediaListEntry[] entries =
        [
            Movie(10), Movie(9), Movie(100), Series(1), Movie(1),
            Movie(5) with { AddedAt = Noon.AddMilliseconds(-1) },
            Movie(6) with { AddedAt = Noon.AddMilliseconds(1) },
        ];
        foreach (var entry in entries)
            await AddedAsync(Alice, entry);

        (await AllAsync(Alice)).Select(entry => entry.Key.ToString())
            .ShouldBe(["movie#6", "movie#1", "movie#10", "movie#100", "movie#9", "tv#1", "movie#5"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(int.MaxValue)]
    public async Task Read_PageByPage_ShowsEveryEntryOnceInOrder(int limit)
    {
        var entries = await FillAsync(25, i => Noon.AddSeconds(i / 3));

        (await PagesAsync(Alice, limit)).Select(entry => entry.Key).ShouldBe(InOrder(entries).Select(entry => entry.Key));
    }

    [Fact]
    public async Task Read_EqualTimes_PagesByKey()
    {
        var entries = await FillAsync(25, _ => Noon);

        (await PagesAsync(Alice, 4)).Select(entry => entry.Key).ShouldBe(InOrder(entries).Select(entry => entry.Key));
    }

    [Fact]
    public async Task Read_ExactlyOnePage_HasNoMore()
    {
        await FillAsync(10, i => Noon.AddSeconds(i));

        (await Store.ReadAsync(Alice, null, 10, Cancellation)).HasMore.ShouldBeFalse();
        (await Store.ReadAsync(Alice, null, 9, Cancellation)).HasMore.ShouldBeTrue();
    }

    [Fact]
    public async Task Read_AfterTheLast_IsEmpty()
    {
        var entries = await FillAsync(3, i => Noon.AddSeconds(i));

        var page = await Store.ReadAsync(Alice, InOrder(entries).Last().Position, 10, Cancellation);

        page.Entries.ShouldBeEmpty();
        page.HasMore.ShouldBeFalse();
    }

    [Fact]
    public async Task Read_AfterAnEntryRemoved_GoesOnWhereItWas()
    {
        var entries = await FillAsync(20, i => Noon.AddSeconds(i / 4));

        var seen = await PagesAsync(Alice, 5, page => RemoveAsync(Alice, page.Entries[^1]));

        seen.Select(entry => entry.Key).ShouldBe(InOrder(entries).Select(entry => entry.Key));
    }

    [Fact]
    public async Task Read_EntriesAddedBetweenPages_LeavesNoneOfTheOthersOutAndShowsNoneTwice()
    {
        var entries = await FillAsync(20, i => Noon.AddSeconds(i / 4));
        var next = 1_000L;

        var seen = await PagesAsync(Alice, 5, async page =>
        {
            await AddedAsync(Alice, Movie(next++) with { AddedAt = Noon.AddDays(1) });
            await AddedAsync(Alice, Movie(next++) with { AddedAt = page.Entries[0].AddedAt });
            await AddedAsync(Alice, page.Entries[0] with { AddedAt = Noon.AddDays(2) });
        });

        seen.Select(entry => entry.Key).ShouldBeUnique();
        seen.Where(entry => entry.Key.Id < 1_000).Select(entry => entry.Key).ShouldBe(InOrder(entries).Select(entry => entry.Key));
    }

    [Fact]
    public async Task Read_PlaceThatNeverWas_ReadsWhatFollowsIt()
    {
        await FillAsync(4, i => Noon.AddSeconds(i));

        var page =
            await Store.ReadAsync(Alice, new(Noon.AddSeconds(2).AddMilliseconds(-1), new TitleKey(MediaKind.Tv, 77)), 10, Cancellation);

        page.Entries.Select(entry => entry.AddedAt).ShouldBe([Noon.AddSeconds(1), Noon]);
    }

    [Fact]
    public async Task Read_AnothersPlace_ShowsOwnEntriesAlone()
    {
        var alices = await FillAsync(5, i => Noon.AddSeconds(i));
        await AddedAsync(Bob, Movie(500) with { AddedAt = Noon });

        var page = await Store.ReadAsync(Bob, InOrder(alices).ElementAt(1).Position, 10, Cancellation);

        page.Entries.ShouldHaveSingleItem().Key.Id.ShouldBe(500);
    }

    [Fact]
    public async Task Read_TimesOfAnotherOffset_AreTheSameInstant()
    {
        await AddedAsync(Alice, Movie(1) with { AddedAt = Noon.ToOffset(TimeSpan.FromHours(5)) });

        (await AllAsync(Alice)).ShouldHaveSingleItem().AddedAt.ShouldBe(Noon);
    }

    private async Task<List<MediaListEntry>> FillAsync(int count, Func<int, DateTimeOffset> addedAt)
    {
        var entries = Enumerable.Range(0, count)
            .Select(i => (i % 2 == 0 ? Movie(i + 1) : Series(i + 1)) with { AddedAt = addedAt(i) }).ToList();
        foreach (var entry in entries)
            await AddedAsync(Alice, entry);
        return entries;
    }
}
