using MovieRec.Api.MediaLists;
using MovieRec.Api.Outcomes;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of the limit of exactly <see cref="IMediaListStore.Capacity"/> entries per user.</summary>
public abstract class MediaListCapacityContract : MediaListContract
{
    /// <summary>Puts many new entries into <see cref="MediaListContract.Store"/> at once.</summary>
    /// <remarks>A backend may use a faster way than the port, if the port then finds the entries as its own.</remarks>
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

        // One place was left, so exactly one of ten concurrent calls succeeds.
        outcomes.Count(outcome => outcome.Failure is null).ShouldBe(1);
        outcomes.Where(outcome => outcome.Failure is not null).ShouldAllBe(outcome => outcome.Failure!.Code == FailureCode.ListFull);
        (await AllAsync(Alice)).Count.ShouldBe(IMediaListStore.Capacity);

        // An existing entry is updated, the limit counts each user's list separately, and a place that was freed can be taken.
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
