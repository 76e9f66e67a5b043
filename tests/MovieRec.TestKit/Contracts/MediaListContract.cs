using MovieRec.Api.MediaLists;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Contracts;

/// <summary>Helpers of the contracts of <see cref="IMediaListStore"/>.</summary>
public abstract class MediaListContract : StoreContract
{
    protected abstract IMediaListStore Store { get; }

    protected static MediaListEntry Movie(long id) =>
        new() { Key = new TitleKey(MediaKind.Movie, id), Title = $"Film {id}", AddedAt = Noon };

    protected static MediaListEntry Series(long id) =>
        new() { Key = new TitleKey(MediaKind.Tv, id), Title = $"Series {id}", AddedAt = Noon };

    protected static IEnumerable<MediaListEntry> InOrder(IEnumerable<MediaListEntry> entries) =>
        entries.OrderByDescending(entry => entry.AddedAt).ThenBy(entry => entry.Key.ToString(), StringComparer.Ordinal);

    protected static void ShouldBeTheSame(MediaListEntry actual, MediaListEntry expected)
    {
        // Records compare lists by reference.
        actual.GenreIds.ShouldBe(expected.GenreIds);
        actual.ShouldBe(expected with { GenreIds = actual.GenreIds });
        actual.AddedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    protected async Task<MediaListEntry> AddedAsync(string userId, MediaListEntry entry)
    {
        var outcome = await Store.AddAsync(userId, entry, Cancellation);
        outcome.Succeeded(out var kept, out var failure).ShouldBeTrue(failure?.Message);
        return kept!;
    }

    protected Task RemoveAsync(string userId, params MediaListEntry[] entries) =>
        Store.RemoveAsync(userId, [.. entries.Select(entry => entry.Key)], Cancellation);

    protected async Task<IReadOnlyList<MediaListEntry>> AllAsync(string userId)
    {
        var page = await Store.ReadAsync(userId, null, IMediaListStore.Capacity, Cancellation);
        page.HasMore.ShouldBeFalse();
        return page.Entries;
    }

    /// <summary>Reads all pages; <paramref name="between"/> may change the list after each page.</summary>
    protected async Task<List<MediaListEntry>> PagesAsync(string userId, int limit, Func<MediaListPage, Task>? between = null)
    {
        var entries = new List<MediaListEntry>();
        MediaListPosition? after = null;
        while (true)
        {
            var page = await Store.ReadAsync(userId, after, limit, Cancellation);
            page.Entries.Count.ShouldBeLessThanOrEqualTo(limit);
            if (page.HasMore)
                page.Entries.Count.ShouldBe(limit);
            entries.AddRange(page.Entries);
            if (!page.HasMore)
                return entries;
            after = page.Entries[^1].Position;
            if (between is not null)
                await between(page);
        }
    }
}
