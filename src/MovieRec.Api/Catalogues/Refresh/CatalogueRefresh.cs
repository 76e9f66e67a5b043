using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Refresh of the catalogue from the source, published as a snapshot.</summary>
/// <remarks>
/// It reads the source's lists, fetches the details of new and stale titles, and finds the embedded titles at the source. One run at a time
/// (lease). A run that was killed, or whose budget was used up, is continued by the next; runs one after another repeat nothing.
/// </remarks>
/// <param name="source">The source of titles.</param>
/// <param name="records">Store of single titles.</param>
/// <param name="snapshots">Store of the catalogue.</param>
/// <param name="wantedTitles">Titles of users' lists that the catalogue lacks.</param>
/// <param name="state">Progress of earlier runs.</param>
/// <param name="clock">For ages and leases.</param>
/// <param name="random">Names the run.</param>
/// <param name="log">For rejected data and the current catalogue.</param>
public sealed class CatalogueRefresh(
    IMediaSource source, ITitleRecords records, ISnapshotStore snapshots, IWantedTitles wantedTitles, IRefreshState state,
    TimeProvider clock,
    Random random, ILogger log)
{
    private readonly CataloguePublisher _publisher = new(snapshots, log);

    /// <summary>Runs once.</summary>
    /// <exception cref="SourceRefusedException">The source rejects the key; earlier results are kept.</exception>
    public async Task<RefreshOutcome> RunAsync(
        RefreshOptions options, Action<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        var name = new byte[16];
        random.NextBytes(name);
        var holder = Convert.ToHexStringLower(name);
        var lease = new RefreshLease(state, holder, clock, options.LeaseFor);
        var outcome = await lease.RunAsync(
            token => RunAsync(options, holder, progress ?? (_ => { }), token), new RefreshOutcome(RefreshEnd.Busy), cancellationToken);
        log.Refreshed(outcome.End, outcome.Fetched, outcome.Gone, outcome.Matched, outcome.Pending, outcome.Version);
        return outcome;
    }

    private async Task<RefreshOutcome> RunAsync(
        RefreshOptions options, string holder, Action<RefreshProgress> progress, CancellationToken cancellationToken)
    {
        var budget = new RefreshBudget(options, clock);
        var before = await _publisher.ReadAsync(cancellationToken);
        var plan = await PlanAsync(options, cancellationToken);
        var health = new SourceHealth();
        try
        {
            if (plan.ListsReadAt is null)
                await new ListCollector(source, options, budget, clock).CollectAsync(plan, CheckpointAsync, cancellationToken);
        }
        catch (SourceUnavailableException unavailable)
        {
            log.SourceUnavailable(unavailable);
            health.GiveUp();
        }

        var noted = await wantedTitles.ReadAsync(cancellationToken);
        var (known, embedded) = Divide(before);
        var wanted = Wanted(plan, noted.Take(options.Unlisted), before);
        // Until the lists are read, it is unknown which of the known titles are on them.
        var areListsRead = plan.ListsReadAt is not null;
        if (!areListsRead)
            wanted.AddRange(known.Except(wanted).ToList());
        var fetcher = new DetailsFetcher(source, records, options, budget, health, clock);
        var pending = await fetcher.FetchAsync(wanted, done => progress(new(RefreshPhase.Details, done, wanted.Count)), cancellationToken);
        if (areListsRead)
        {
            var unlisted = Unlisted(await ReadAsync([.. known.Except(wanted)], cancellationToken), options.Unlisted);
            pending.AddRange(await fetcher.FetchUnlistedAsync(unlisted, cancellationToken));
            wanted.AddRange(unlisted);
        }

        var all = await ReadAsync(wanted, cancellationToken);
        var matcher = new EmbeddedMatcher(source, records, options, budget, health, clock);
        var ours = await ReadAsync(embedded, cancellationToken);
        ours.AddRange(fetcher.Moved);
        if (!health.IsDown)
        {
            ours = Replaced(
                ours, await matcher.MatchAsync(
                    ours, Facts(all), (done, total) => progress(new(RefreshPhase.Matching, done, total)), cancellationToken));
            var added = Added(ours, [.. wanted, .. known]);
            pending.AddRange(await fetcher.FetchAsync(added, _ => { }, cancellationToken));
            all.AddRange(await ReadAsync(added, cancellationToken));
        }

        progress(new(RefreshPhase.Publishing, 0, 1));
        all.AddRange(ours);
        var content = CatalogueBuilder.Build(all, plan.TrendingKeys(), clock.GetUtcNow());
        // Nothing came and nothing went: an embedded catalogue stays the embedded one.
        var hasSource = content.Titles.Any(title => !title.Key.IsEmbedded)
            || before?.Version.StartsWith("tmdb-", StringComparison.Ordinal) == true;
        var published = hasSource && await _publisher.PublishAsync(content, cancellationToken);
        await ForgetAsync(noted, all, fetcher, cancellationToken);
        progress(new(RefreshPhase.Publishing, 1, 1));

        var isAllThere = pending.Count == 0 && matcher.Pending == 0 && plan.ListsReadAt is not null;
        // One title without a usable response is not an outage: the next run requests it again.
        var end = health.IsDown ? RefreshEnd.SourceDown
            : isAllThere ? RefreshEnd.Finished
            : budget.IsSpent ? RefreshEnd.Paused
            : plan.ListsReadAt is not null && health.HasResponded ? RefreshEnd.Finished
            : RefreshEnd.SourceDown;
        return new RefreshOutcome(
            end, fetcher.Fetched, fetcher.Gone, matcher.Matched, pending.Count, published ? content.Version : before?.Version,
            hasSource ? content.Titles.Count : before?.Titles.Count ?? 0, published);

        async Task CheckpointAsync(int done, int total)
        {
            progress(new(RefreshPhase.Lists, done, total));
            if (!await state.WriteAsync(holder, plan.Write(), cancellationToken))
                throw new LeaseLostException();
        }
    }

    private async Task<RefreshPlan> PlanAsync(RefreshOptions options, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var kept = RefreshPlan.Read(await state.ReadAsync(cancellationToken));
        // Lists change daily: an old unfinished reading is begun anew.
        return kept is not null && Freshness.IsWithin(kept.ListsReadAt ?? kept.StartedAt, options.ListsAfter, now)
            ? kept
            : new RefreshPlan { StartedAt = now };
    }

    private static (List<TitleKey> Known, List<TitleKey> Embedded) Divide(CatalogueContent? before)
    {
        var known = new List<TitleKey>();
        var embedded = new List<TitleKey>();
        foreach (var title in before?.Titles ?? [])
            (title.Key.IsEmbedded ? embedded : known).Add(title.Key);
        // The others are keys at the source of embedded titles.
        embedded.AddRange(before?.Aliases.Where(alias => !alias.Value.IsEmbedded).Select(alias => alias.Key) ?? []);
        return (known, embedded);
    }

    /// <summary>Returns the titles to fetch, in this order: trending, noted from users' lists, listed, found for embedded titles.</summary>
    private static List<TitleKey> Wanted(RefreshPlan plan, IEnumerable<TitleKey> noted, CatalogueContent? before)
    {
        var wanted = new List<TitleKey>();
        var seen = new HashSet<TitleKey>();
        Add(plan.TrendingKeys());
        Add(noted);
        for (var place = 0; place < Math.Max(plan.Films.Count, plan.Series.Count); place++)
        {
            if (place < plan.Films.Count)
                AddOne(new TitleKey(MediaKind.Movie, plan.Films[place]));
            if (place < plan.Series.Count)
                AddOne(new TitleKey(MediaKind.Tv, plan.Series[place]));
        }

        Add(before?.Aliases.Values.Where(target => !target.IsEmbedded) ?? []);
        return wanted;

        void Add(IEnumerable<TitleKey> keys)
        {
            foreach (var key in keys)
                AddOne(key);
        }

        void AddOne(TitleKey key)
        {
            if (seen.Add(key))
                wanted.Add(key);
        }
    }

    /// <summary>The titles that stay although no list of the source names them: those that were named, or noted, last.</summary>
    private static List<TitleKey> Unlisted(List<TitleRecord> rest, int most) =>
    [
        .. rest.Where(record => record.HasDetails).OrderByDescending(record => record.ExpiresAt)
            .ThenByDescending(record => record.Facts.Popularity)
            .Take(most).Select(record => record.Facts.Key),
    ];

    private async Task<List<TitleRecord>> ReadAsync(List<TitleKey> keys, CancellationToken cancellationToken) =>
        keys.Count == 0 ? [] : [.. await records.ReadAsync(keys, cancellationToken)];

    private static List<Title> Facts(List<TitleRecord> all)
    {
        var facts = new List<Title>(all.Count);
        foreach (var record in all)
            facts.Add(record.Facts);
        return facts;
    }

    private static List<TitleRecord> Replaced(List<TitleRecord> ours, IReadOnlyList<TitleRecord> changed)
    {
        var byKey = new Dictionary<TitleKey, TitleRecord>(changed.Count);
        foreach (var record in changed)
            byKey[record.Facts.Key] = record;
        return ours.ConvertAll(record => byKey.GetValueOrDefault(record.Facts.Key, record));
    }

    /// <summary>Titles of the source that embedded ones turned out to be, and that are not among <paramref name="seen"/>.</summary>
    private static List<TitleKey> Added(List<TitleRecord> ours, HashSet<TitleKey> seen)
    {
        var added = new List<TitleKey>();
        foreach (var record in ours)
        {
            if (record.Alias is { } alias && seen.Add(alias))
                added.Add(alias);
        }

        return added;
    }

    /// <summary>Removes noted titles that are now in the catalogue, or that the source no longer has.</summary>
    private async Task ForgetAsync(
        IReadOnlyList<TitleKey> noted, List<TitleRecord> all, DetailsFetcher fetcher, CancellationToken cancellationToken)
    {
        var there = new HashSet<TitleKey>(all.Count);
        foreach (var record in all)
        {
            if (record.HasDetails)
                there.Add(record.Facts.Key);
        }

        var done = new List<TitleKey>();
        foreach (var key in noted)
        {
            if (there.Contains(key) || fetcher.IsGone(key))
                done.Add(key);
        }

        if (done.Count > 0)
            await wantedTitles.RemoveAsync(done, cancellationToken);
    }
}
