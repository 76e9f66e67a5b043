using MovieRec.Api.MediaLists;
using MovieRec.Api.Outcomes;

namespace MovieRec.TestKit.Contracts;

/// <summary>The limit that <see cref="IMediaListStore"/> promises: exactly <see cref="IMediaListStore.Capacity"/> entries a user.</summary>
public abstract class MediaListCapacityContract : MediaListContract
{
    /// <summary>Puts many new entries of <see cref="MediaListContract.Store"/> in at once; a backend may have a faster way than the
    /// port, as long as the port then finds them as its own.</summary>
    protected virtual async Task FillAsync(string userId, IReadOnlyList<MediaListEntry> entries)
    {
        foreach (var entry in entries)
            await AddedAsync(userId, entry);
    }

    [Fact]
    public async Task Add_FullList_RefusesNewEntriesAlone()
    {
        await FillAsync(Alice, [.. Enumerable.Range(1, IMediaListStore.Capacity - 1).Select(i => Movie(i))]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            Task.Run(() => Store.AddAsync(Alice, Series(i + 1) with { AddedAt = Noon.AddDays(1) }, Cancellation))));

        // One place was left: of ten that wanted it at once, one has it.
        outcomes.Count(outcome => outcome.Failure is null).ShouldBe(1);
        outcomes.Where(outcome => outcome.Failure is not null).ShouldAllBe(outcome => outcome.Failure!.Code == FailureCode.ListFull);
        (await AllAsync(Alice)).Count.ShouldBe(IMediaListStore.Capacity);

        // An entry that is there is updated, another user's list has its own room, and a place given up can be taken.
        (await AddedAsync(Alice, Movie(1) with { Title = "Updated" })).Title.ShouldBe("Updated");
        await AddedAsync(Bob, Movie(9_999));
        await RemoveAsync(Alice, Movie(1));
        await AddedAsync(Alice, Movie(9_999));
        (await Store.AddAsync(Alice, Movie(9_998), Cancellation)).Failure!.Code.ShouldBe(FailureCode.ListFull);
    }

    [Fact]
    public async Task Read_FullList_PagesCompletely()
    {
        var entries = Enumerable.Range(1, IMediaListStore.Capacity).Select(i => Movie(i) with { AddedAt = Noon.AddSeconds(i / 100) })
            .ToList();
        await FillAsync(Alice, entries);

        (await PagesAsync(Alice, 499)).Select(entry => entry.Key).ShouldBe(InOrder(entries).Select(entry => entry.Key));
    }
}
