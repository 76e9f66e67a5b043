using System.Collections.Concurrent;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Fetch of the details of new and stale titles, written as they arrive.</summary>
/// <remarks>The records are the progress: existing ones are not fetched again.</remarks>
internal sealed class DetailsFetcher(
    IMediaSource source, ITitleRecords records, RefreshOptions options, RefreshBudget budget, SourceHealth health, TimeProvider clock)
{
    /// <summary>Number of records per write, which is what a kill loses.</summary>
    private const int Together = 100;

    private readonly HashSet<TitleKey> _gone = [];
    private readonly Dictionary<TitleKey, DateTimeOffset?> _expiry = [];

    /// <summary>Number of fetched titles.</summary>
    public int Fetched { get; private set; }

    /// <summary>Number of titles that the source no longer has.</summary>
    public int Gone => _gone.Count;

    /// <summary>Titles that are at the source under another number now.</summary>
    public List<TitleRecord> Moved { get; } = [];

    /// <summary>True if the source responded in this run that it has no such title.</summary>
    public bool IsGone(TitleKey key) => _gone.Contains(key);

    /// <summary>Fetches those of <paramref name="keys"/> that are new or stale.</summary>
    /// <returns>The titles still to fetch, since the budget is used up or the source did not respond.</returns>
    public async Task<List<TitleKey>> FetchAsync(IReadOnlyList<TitleKey> keys, Action<int> progress, CancellationToken cancellationToken)
    {
        var missed = await PassAsync(keys, progress, cancellationToken);
        // A failed request may succeed a moment later.
        return missed.Count == 0 || budget.IsSpent || health.IsDown ? missed : await PassAsync(missed, _ => { }, cancellationToken);
    }

    /// <summary>Fetches titles that no list of the source names any more, without extending their life.</summary>
    /// <remarks>
    /// Each leaves when its record expires, so the growth of the catalogue is bounded. If a user still has one on a list, the next request
    /// notes it, which brings it back.
    /// </remarks>
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
                        health.Responded();
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
            // Also if the caller gave up, or the key was revoked in the meantime: received titles are not requested again.
            await records.WriteAsync([.. found, .. moved], CancellationToken.None);
            await records.RemoveAsync([.. gone], CancellationToken.None);
        }

        Fetched += found.Count;
        _gone.UnionWith(gone);
        Moved.AddRange(moved);
        return [.. missed];
    }

    /// <summary>Finds a title that the source has under a new id, by its ids at IMDb and Wikidata.</summary>
    /// <remarks>Users' lists with the old id then stay valid.</remarks>
    /// <returns>The record of the old id, which names the new one and is kept for its ids alone; null if there is none.</returns>
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
