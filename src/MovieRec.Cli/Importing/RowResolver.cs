using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>Finds the titles of all rows in the catalogue, and missing ones at the source if there is one.</summary>
/// <param name="matcher">Matcher for the titles of the catalogue.</param>
/// <param name="source">Source of titles that the catalogue lacks; null for none.</param>
/// <param name="wantedTitles">Store for titles found only at the source, so that the next refresh fetches them; set if there is a
/// source.</param>
internal sealed class RowResolver(TitleMatcher matcher, IMediaSource? source, IWantedTitles? wantedTitles)
{
    /// <summary>Maximum number of concurrent requests; the source limits its own rate.</summary>
    private const int AtOnce = 8;

    /// <summary>Finds the titles in the order of the rows, and the rows that have none.</summary>
    public async Task<(IReadOnlyList<Evidence> Titles, IReadOnlyList<LeftOut> LeftOut)> ResolveAsync(
        IReadOnlyList<ImportedRow> rows, bool dryRun, CancellationToken cancellationToken)
    {
        var (byKey, titles, leftOut, missing) =
            (new Dictionary<TitleKey, Evidence>(), new List<Evidence>(), new List<LeftOut>(), new List<(ImportedRow Row, string Why)>());
        void Take(ImportedRow row, TitleKey key, Title? facts)
        {
            if (!byKey.TryGetValue(key, out var evidence))
            {
                byKey.Add(key, evidence = new Evidence(key, facts));
                titles.Add(evidence);
            }
            evidence.Add(row);
        }
        foreach (var row in rows)
        {
            var match = matcher.Find(row);
            if (match.Title is { } title)
                Take(row, title.Key, title);
            else
                missing.Add((row, match.Why));
        }
        var (found, problem) = await AskAsync([.. missing.Select(one => one.Row)], cancellationToken);
        foreach (var (row, why) in missing)
        {
            if (found.TryGetValue(Wanted.From(row), out var key))
                Take(row, key, matcher.Find(key));
            else
                leftOut.Add(LeftOut.From(row, problem is null ? why : $"{why}; {problem}"));
        }
        TitleKey[] noted = [.. found.Values.Distinct().Where(key => matcher.Find(key) is null)];
        if (!dryRun && wantedTitles is not null && noted.Length > 0)
            await wantedTitles.AddAsync(noted, cancellationToken);
        return (titles, leftOut);
    }

    private async Task<(Dictionary<Wanted, TitleKey> Found, string? Problem)> AskAsync(
        ImportedRow[] rows, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Wanted, TitleKey>();
        if (source is null)
            return (found, null);
        string? problem = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Parallel.ForEachAsync(
                rows.Select(Wanted.From).Distinct(),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop.Token }, async (wanted, token) =>
            {
                try
                {
                    if (await AskAsync(source, wanted, token) is { } key)
                    {
                        lock (found)
                            found[wanted] = key;
                    }
                }
                catch (Exception failed) when (failed is SourceRefusedException or SourceUnavailableException)
                {
                    // Titles found so far are kept; further requests would fail, too.
                    Interlocked.CompareExchange(ref problem, failed.Message, null);
                    await stop.CancelAsync();
                }
            });
        }
        catch (OperationCanceledException) when (problem is not null && !cancellationToken.IsCancellationRequested)
        {
            // The cancellation after a failure above.
        }
        return (found, problem);
    }

    private static async Task<TitleKey?> AskAsync(IMediaSource source, Wanted wanted, CancellationToken cancellationToken)
    {
        // An id of TMDB's is the key itself; it needs no request.
        if (wanted is { TmdbId: { } number, Kind: { } known })
            return new TitleKey(known, number);
        foreach (var kind in wanted.Kind is { } only ? [only] : (MediaKind[])[MediaKind.Movie, MediaKind.Tv])
        {
            var title = new Title
            {
                // A title that is not in the catalogue has no key yet; MatchAsync does not use this placeholder.
                Key = new TitleKey(kind, TitleKey.MaxId),
                Name = wanted.Name,
                ReleaseDate = wanted.Year?.ToString("0000", System.Globalization.CultureInfo.InvariantCulture),
                ImdbId = wanted.ImdbId,
            };
            if (await source.MatchAsync(title, cancellationToken) is { } key)
                return key;
        }
        return null;
    }

    /// <summary>Key of a request to the source, shared by all rows about the same title.</summary>
    private sealed record Wanted(string Name, int? Year, MediaKind? Kind, string? ImdbId, long? TmdbId)
    {
        public static Wanted From(ImportedRow row) => new(row.Name, row.Year, row.Kind, row.ImdbId, row.TmdbId);
    }
}
