using System.Collections.Concurrent;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>
/// Fetches the details of titles that are new or stale and writes them as they come: the records are the progress, and what is there is
/// not fetched again.
/// </summary>
internal sealed class DetailsFetcher(
    IMediaSource source, ITitleRecords records, RefreshOptions options, RefreshBudget budget, SourceHealth health, TimeProvider clock)
{
    /// <summary>Written together: what a kill loses.</summary>
    private const int Together = 100;

    private readonly HashSet<TitleKey> _gone = [];
    private readonly Dictionary<TitleKey, DateTimeOffset?> _expiry = [];

    /// <summary>How many were fetched.</summary>
    public int Fetched { get; private set; }

    /// <summary>How many the source no longer has.</summary>
    public int Gone => _gone.Count;

    /// <summary>Titles that are at the source under another number now.</summary>
    public List<TitleRecord> Moved { get; } = [];

    /// <summary>Whether the source said in this run that it has no such title.</summary>
    public bool IsGone(TitleKey key) => _gone.Contains(key);

    /// <summary>Fetches what is wanted of <paramref name="keys"/>.</summary>
    /// <returns>The titles that are wanted still, since the budget is used up or the source gave no answer.</returns>
    public async Task<List<TitleKey>> FetchAsync(IReadOnlyList<TitleKey> keys, Action<int> progress, CancellationToken cancellationToken)
    {
        var missed = await PassAsync(keys, progress, cancellationToken);
        // What failed once may be there a moment later.
        return missed.Count == 0 || budget.IsSpent || health.IsDown ? missed : await PassAsync(missed, _ => { }, cancellationToken);
    }

    /// <summary>
    /// Fetches titles that no list of the source names any more, without extending their life: each leaves when its record expires, so the
    /// catalogue does not grow for ever. A user who still keeps one has it noted by the next request, which brings it back.
    /// </summary>
    /// <returns>As <see cref="FetchAsync"/>.</returns>
    public async Task<List<TitleKey>> FetchUnlistedAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken)
    {
        foreach (var record in await records.ReadAsync(keys, cancellationToken))
            _expiry[record.Facts.Key] = record.ExpiresAt;
        return await FetchAsync(keys, _ => { }, cancellationToken);
    }

    private async Task<List<TitleKey>> PassAsync(IReadOnlyList<TitleKey> keys, Action<int> progress, CancellationToken cancellationToken)
    {
        var missed = new List<TitleKey>();
        for (var at = 0; at < keys.Count; at += Together)
        {
            var chunk = new List<TitleKey>(Together);
            for (var next = at; next < Math.Min(at + Together, keys.Count); next++)
                chunk.Add(keys[next]);
            var wanted = await WantedAsync(chunk, cancellationToken);
            if (budget.IsSpent || health.IsDown)
                missed.AddRange(wanted);
            else if (wanted.Count > 0)
                missed.AddRange(await FetchTogetherAsync(wanted, cancellationToken));
            progress(at + chunk.Count);
        }

        return missed;
    }

    private async Task<List<TitleKey>> WantedAsync(List<TitleKey> keys, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var wanted = new List<TitleKey>(keys);
        foreach (var record in await records.ReadAsync(keys, cancellationToken))
        {
            if (record.HasDetails && Freshness.IsWithin(record.FetchedAt, options.StaleAfter, now))
                wanted.Remove(record.Facts.Key);
        }

        return wanted;
    }

    private async Task<List<TitleKey>> FetchTogetherAsync(List<TitleKey> wanted, CancellationToken cancellationToken)
    {
        var found = new ConcurrentQueue<TitleRecord>();
        var gone = new ConcurrentQueue<TitleKey>();
        var moved = new ConcurrentQueue<TitleRecord>();
        var missed = new ConcurrentQueue<TitleKey>();
        try
        {
            await Parallel.ForEachAsync(
                wanted,
                new ParallelOptions { MaxDegreeOfParallelism = options.InFlight, CancellationToken = cancellationToken },
                async (key, token) =>
                {
                    if (health.IsDown || !budget.TryTake())
                    {
                        missed.Enqueue(key);
                        return;
                    }

                    try
                    {
                        if (await source.DetailsAsync(key, token) is { } title)
                            found.Enqueue(GetRecord(title));
                        else if (await MovedAsync(key, token) is { } record)
                            moved.Enqueue(record);
                        else
                            gone.Enqueue(key);
                        health.Answered();
                    }
                    catch (SourceUnavailableException)
                    {
                        missed.Enqueue(key);
                        health.Failed();
                    }
                });
        }
        finally
        {
            // Also where the caller gave up, or the key was taken back meanwhile: what has come is not asked for again.
            await records.WriteAsync([.. found, .. moved], CancellationToken.None);
            await records.RemoveAsync([.. gone], CancellationToken.None);
        }

        Fetched += found.Count;
        _gone.UnionWith(gone);
        Moved.AddRange(moved);
        return [.. missed];
    }

    /// <summary>
    /// Finds a title that the source has under another number, by its ids at IMDb and Wikidata, so that what people keep under the old
    /// number
    /// stays known.
    /// </summary>
    /// <returns>The record of the old number, which names the new one and keeps ids alone; null if there is none.</returns>
    private async Task<TitleRecord?> MovedAsync(TitleKey key, CancellationToken cancellationToken)
    {
        if (await records.ReadAsync([key], cancellationToken) is not [{ Facts: var known } before]
            || (known.ImdbId ?? known.WikidataId) is null)
        {
            return null;
        }
        var ids = new Title { Key = key, Name = "", ImdbId = known.ImdbId, WikidataId = known.WikidataId };
        var other = await source.MatchAsync(ids, cancellationToken) ?? before.Alias;
        if (other is not { } alias || alias == key)
            return null;
        return new TitleRecord(ids with { Name = known.Name }) { Alias = alias, MatchedAt = Timestamps.ToMilliseconds(clock.GetUtcNow()) };
    }

    private TitleRecord GetRecord(Title title)
    {
        var now = Timestamps.ToMilliseconds(clock.GetUtcNow());
        return new TitleRecord(title)
        {
            FetchedAt = now,
            ExpiresAt = _expiry.GetValueOrDefault(title.Key) ?? Timestamps.ToSeconds(now + options.KeepFor),
        };
    }
}
