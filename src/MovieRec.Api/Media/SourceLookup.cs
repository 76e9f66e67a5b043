using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>Look-up of titles that the catalogue lacks: in cached pages, else at the source within the time of a request.</summary>
/// <remarks>
/// Results are cached, and listed titles are noted for the catalogue. If the source does not respond there is no result, never an error.
/// </remarks>
public sealed class SourceLookup(IMediaSource source, ITitleRecords records, ISourceListCache lists, TimeProvider clock, ILogger log)
{
    private const int TitlesAPage = SourceQuestion.TitlesAPage;

    /// <summary>Pages of a search that a filter is tried on, which the source's search does not know.</summary>
    private const int Filtered = 2;

    private static readonly TimeSpan s_keepSearches = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_keepLists = TimeSpan.FromHours(6);

    /// <summary>Additional time after which a slow source is recorded before its caller retries.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(100);

    private readonly SourceBreaker _timeout = new(clock, log);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Found?>> _underWay = new(StringComparer.Ordinal);
    private SourceTitles? _byId;

    /// <summary>Returns the requested page, or as much of it as the source has; null if it does not respond.</summary>
    internal async Task<MediaPage?> FindAsync(MediaQuery query, CancellationToken cancellationToken)
    {
        if (query.Skip >= SourceQuestion.MostTitles)
            return null;
        using var timeout = new CancellationTokenSource(SourceBreaker.Timeout + s_grace, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        if (query.Search is null || (query.Genre is null && query.Year is null))
            return await RangeAsync(query, query.Skip, query.Limit, either.Token, cancellationToken);

        if (await RangeAsync(query, 0, Filtered * TitlesAPage, either.Token, cancellationToken) is not { } all)
            return null;
        all.Titles.RemoveAll(title => !query.Fits(title));
        var skipped = Math.Min(query.Skip, all.Titles.Count);
        return all with
        {
            Titles = all.Titles.GetRange(skipped, Math.Min(query.Limit, all.Titles.Count - skipped)),
            Total = all.Titles.Count,
        };
    }

    /// <summary>Returns titles that the store lacks.</summary>
    /// <param name="wanted">All requested titles.</param>
    /// <param name="known">The titles found so far. A bare id means film and series: if one is known, the other is not looked up.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    internal Task<IReadOnlyList<Title>> ByIdAsync(
        List<TitleKey> wanted, IReadOnlyCollection<TitleKey> known, CancellationToken cancellationToken) =>
        (_byId ??= new SourceTitles(source, _timeout, records, lists, clock)).FetchAsync(wanted, known, cancellationToken);

    private async Task<MediaPage?> RangeAsync(
        MediaQuery query, int skip, int limit, CancellationToken timeout, CancellationToken cancellationToken)
    {
        var titles = new List<Title>(limit);
        var (total, isFresh) = (0, false);
        // The source's pages are of twenty, and the caller's may begin and end inside of them.
        var first = skip / TitlesAPage;
        for (var page = first; page <= (skip + limit - 1) / TitlesAPage; page++)
        {
            if (await PageAsync(
                new SourceQuestion(query, page + 1), query.Search is not null, timeout, cancellationToken) is not { } found)
            {
                if (page == first)
                    return null;
                break;
            }

            (total, isFresh) = (found.Total, isFresh || found.IsFresh);
            var begin = Math.Max(0, skip - (page * TitlesAPage));
            var end = Math.Min(found.Titles.Count, skip + limit - (page * TitlesAPage));
            if (begin < end)
                titles.AddRange(found.Titles.GetRange(begin, end - begin));
            if ((page + 1) * TitlesAPage >= total)
                break;
        }

        titles.RemoveAll(title => query.Excluded.Contains(title.Key));
        return new MediaPage(titles, total, isFresh ? MediaPage.FromSource : MediaPage.FromCache, IsWhole: false);
    }

    /// <summary>Fetches a page; concurrent identical requests share one fetch (single flight).</summary>
    private async Task<Found?> PageAsync(
        SourceQuestion question, bool isSearch, CancellationToken timeout, CancellationToken cancellationToken)
    {
        var name = question.Name;
        var mine = new TaskCompletionSource<Found?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var underWay = _underWay.GetOrAdd(name, mine);
        if (ReferenceEquals(underWay, mine))
            _ = RespondAsync(mine, question, name, isSearch);
        try
        {
            return await underWay.Task.WaitAsync(timeout);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    // Other requests may wait for it after the first has been cancelled: it ends by itself.
    private async Task RespondAsync(TaskCompletionSource<Found?> response, SourceQuestion question, string name, bool isSearch)
    {
        try
        {
            var found = await CachedOrFetchedAsync(question, name, isSearch);
            _underWay.TryRemove(name, out _);
            response.SetResult(found);
        }
#pragma warning disable CA1031 // Not swallowed: all that wait for the one response get it.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            _underWay.TryRemove(name, out _);
            response.SetException(failed);
        }
    }

    private async Task<Found?> CachedOrFetchedAsync(SourceQuestion question, string name, bool isSearch)
    {
        var now = clock.GetUtcNow();
        if (await lists.FindAsync(name, now, CancellationToken.None) is { } kept)
            return new Found(await InOrderAsync(kept.Keys), kept.Total, IsFresh: false);
        SourcePage? response = null;
        if (!await _timeout.TryAsync(async token => response = await question.AskAsync(source, token), CancellationToken.None)
            || response is null)
        {
            return null;
        }
        var found = new Found([.. response.Titles], Math.Min(response.TotalResults, SourceQuestion.MostTitles), IsFresh: true);
        await KeepAsync(name, found, isSearch, now);
        return found;
    }

    private async Task<List<Title>> InOrderAsync(IReadOnlyList<TitleKey> keys)
    {
        var byKey = new Dictionary<TitleKey, Title>(keys.Count);
        foreach (var title in await records.FindAsync(keys, CancellationToken.None))
            byKey[title.Key] = title;
        var inOrder = new List<Title>(keys.Count);
        foreach (var key in keys)
        {
            if (byKey.TryGetValue(key, out var title))
                inOrder.Add(title);
        }

        return inOrder;
    }

    private async Task KeepAsync(string name, Found found, bool isSearch, DateTimeOffset now)
    {
        var keys = found.Titles.ConvertAll(title => title.Key);
        if (keys.Count > 0)
            await KeepTitlesAsync(found.Titles, keys, now);
        await lists.KeepAsync(
            name, new CachedList(keys, found.Total), Timestamps.ToSeconds(now + (isSearch ? s_keepSearches : s_keepLists)),
            CancellationToken.None);
    }

    /// <summary>Stores titles; a record with details has more than a list's facts, but must live as long as the list.</summary>
    private async Task KeepTitlesAsync(List<Title> titles, List<TitleKey> keys, DateTimeOffset now)
    {
        var known = new HashSet<TitleKey>();
        foreach (var record in await records.ReadAsync(keys, CancellationToken.None))
        {
            if (record.HasDetails && !(record.ExpiresAt <= now + s_keepSearches))
                known.Add(record.Facts.Key);
        }

        var fresh = new List<TitleRecord>();
        foreach (var title in titles)
        {
            if (known.Add(title.Key))
            {
                fresh.Add(new TitleRecord(title)
                {
                    FetchedAt = Timestamps.ToMilliseconds(now),
                    ExpiresAt = Timestamps.ToSeconds(now + SourceTitles.KeepFor),
                    HasDetails = false,
                });
            }
        }

        await records.WriteAsync(fresh, CancellationToken.None);
    }

    private sealed record Found(List<Title> Titles, int Total, bool IsFresh);
}
