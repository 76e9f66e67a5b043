using System.Collections.Concurrent;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Matching of embedded titles to titles of the source, so that users' lists with embedded ids stay valid.</summary>
/// <remarks>It looks among the fetched titles first, then asks the source. A title without a match is unchanged.</remarks>
internal sealed class EmbeddedMatcher(
    IMediaSource source, ITitleRecords records, RefreshOptions options, RefreshBudget budget, SourceHealth health, TimeProvider clock)
{
    /// <summary>Written together.</summary>
    private const int Together = 200;

    public int Matched { get; private set; }

    /// <summary>Number of titles not yet searched, since the budget is used up or the source did not respond.</summary>
    public int Pending { get; private set; }

    /// <param name="embedded">Records of embedded titles.</param>
    /// <param name="fetched">Titles of the source in the store.</param>
    /// <param name="progress">Receives the number done and the total.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The changed records.</returns>
    public async Task<IReadOnlyList<TitleRecord>> MatchAsync(
        IReadOnlyList<TitleRecord> embedded, IReadOnlyList<Title> fetched, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = new List<TitleRecord>();
        foreach (var record in embedded)
        {
            if (record.Alias is null && !Freshness.IsWithin(record.MatchedAt, options.MatchAgainAfter, now))
                open.Add(record);
        }

        if (open.Count == 0)
            return [];
        // Better known titles first: more users have them.
        open.Sort((one, other) => other.Facts.Popularity.CompareTo(one.Facts.Popularity));
        var (here, left) = MatchHere(open, fetched);
        await records.WriteAsync(here, cancellationToken);
        var changed = new List<TitleRecord>(here);
        for (var at = 0; at < left.Count; at += Together)
        {
            var asked = await AskAsync(left.GetRange(at, Math.Min(Together, left.Count - at)), cancellationToken);
            await records.WriteAsync(asked, cancellationToken);
            changed.AddRange(asked);
            progress(here.Count + at + asked.Count, open.Count);
        }

        Pending = open.Count - changed.Count;
        foreach (var record in changed)
            Matched += record.Alias is null ? 0 : 1;
        return changed;
    }

    private (List<TitleRecord> Here, List<TitleRecord> Left) MatchHere(List<TitleRecord> open, IReadOnlyList<Title> fetched)
    {
        var byKey = fetched.ToDictionary(title => title.Key);
        var byWikidata = new Dictionary<string, Title>(StringComparer.Ordinal);
        var (byName, ourNames) = (new NameIndex<Title>(), new NameIndex<Title>());
        foreach (var record in open)
            ourNames.Add(record.Facts.Name, record.Facts);
        foreach (var title in fetched)
        {
            byName.Add(title.Name, title);
            if (title.WikidataId is { } id)
                byWikidata[id] = title;
        }

        var here = new List<TitleRecord>();
        var left = new List<TitleRecord>();
        foreach (var record in open)
        {
            var title = record.Facts;
            var found = title.TmdbId is { } number ? byKey.GetValueOrDefault(new TitleKey(title.Key.Kind, number))
                : title.WikidataId is { } id && byWikidata.TryGetValue(id, out var same) && same.Key.Kind == title.Key.Kind ? same
                : Only(ourNames, title) is not null && Only(byName, title) is { } named && AgreeOnDirectors(title, named) ? named
                : null;
            if (found is null)
                left.Add(record);
            else
                here.Add(Found(record, found.Key));
        }

        return (here, left);
    }

    /// <summary>True if two films of one name and year, which do occur, have a director in common.</summary>
    private static bool AgreeOnDirectors(Title one, Title other)
    {
        if (one.Directors.Count == 0 || other.Directors.Count == 0)
            return one.Key.Kind == MediaKind.Tv;
        foreach (var director in one.Directors)
        {
            foreach (var another in other.Directors)
            {
                if (Folding.Fold(director) == Folding.Fold(another))
                    return true;
            }
        }

        return false;
    }

    private async Task<List<TitleRecord>> AskAsync(List<TitleRecord> open, CancellationToken cancellationToken)
    {
        var responses = new ConcurrentQueue<TitleRecord>();
        await Parallel.ForEachAsync(
            open,
            new ParallelOptions { MaxDegreeOfParallelism = options.InFlight, CancellationToken = cancellationToken },
            async (record, token) =>
            {
                if (health.IsDown || !budget.TryTake())
                    return;
                try
                {
                    responses.Enqueue(await source.MatchAsync(record.Facts, token) is { } key ? Found(record, key) : Searched(record));
                    health.Responded();
                }
                catch (SourceUnavailableException)
                {
                    health.Failed();
                }
            });
        return [.. responses];
    }

    private TitleRecord Found(TitleRecord record, TitleKey key) => Searched(record) with { Alias = key };

    private TitleRecord Searched(TitleRecord record) => record with { MatchedAt = Timestamps.ToMilliseconds(clock.GetUtcNow()) };

    /// <summary>Returns the one title of that kind, name and year; null for none and for several.</summary>
    private static Title? Only(NameIndex<Title> titles, Title like)
    {
        if (like.Year is not { } year)
            return null;
        var same = ReleaseYear.Closest(titles.Find(like.Name).Where(title => title.Key.Kind == like.Key.Kind), year, tolerance: 0);
        return same.Count == 1 ? same[0] : null;
    }
}
