using MovieRec.Api;
using MovieRec.Api.MediaLists;
using MovieRec.Api.Outcomes;
using MovieRec.Api.Preferences;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>Imports rows into one user's favourites, watchlist and dismissed titles.</summary>
/// <remarks>A liked title becomes a favourite. A watched title that was not liked is dismissed, so that it is not recommended. A wanted
/// title goes to the watchlist unless it was watched. Nothing that the user has is changed or removed, so the import is
/// idempotent.</remarks>
internal sealed class Importer(
    IMediaListStore favourites, IMediaListStore watchlist, IPreferencesStore preferences, RowResolver resolver, TimeProvider clock)
{
    /// <summary>Maximum size of the document: of the allowed 64 KiB, 4 KiB are left for the user's later changes.</summary>
    private const int DocumentBytes = 60 * 1024;

    /// <summary>Maximum number of attempts to add to preferences that another request changes at the same time.</summary>
    private const int MostMerges = 5;

    public async Task<ImportReport> ImportAsync(
        string userId, IReadOnlyList<ImportedFile> files, ImportOptions options, IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        var (titles, unmatched) = await resolver.ResolveAsync([.. files.SelectMany(file => file.Rows)], options.DryRun, cancellationToken);
        List<LeftOut> leftOut = [.. files.SelectMany(file => file.LeftOut), .. unmatched.DistinctBy(row => (row.File, row.Line))];
        var (likes, wishes) =
            (new ListAdditions(favourites, "list of favourites", userId, options.DryRun),
                new ListAdditions(watchlist, "watchlist", userId, options.DryRun));
        var (liked, wanted) = (await likes.ReadKeysAsync(cancellationToken), await wishes.ReadKeysAsync(cancellationToken));
        var toLike = titles.Where(title => title.IsLiked(options.LikedFrom)).Select(title => (title, At(title.LikedAt(options.LikedFrom))));
        var addedLikes = await likes.AddAsync(toLike, liked, leftOut, progress, cancellationToken);

        // After the favourites, because liked titles that do not fit there were watched and are dismissed.
        var (dismissed, seen, notFitting) = await DismissAsync(
            userId, [.. titles.Where(title => title.IsSeen && !liked.Contains(title.Key))], options.DryRun, leftOut, cancellationToken);
        var isSeen = titles.Where(title => title.IsSeen).Select(title => title.Key).Concat(liked).Concat(seen).ToHashSet();
        var toWatch = titles.Where(title => title.IsWanted).ToList();
        foreach (var title in toWatch.Where(title => isSeen.Contains(title.Key) && !wanted.Contains(title.Key)))
            leftOut.Add(LeftOut.From(title.Any, "watched already, so not put on the watchlist"));
        var addedWishes = await wishes.AddAsync(
            toWatch.Where(title => !isSeen.Contains(title.Key) || wanted.Contains(title.Key)).Select(title => (title, At(title.WantedAt))),
            wanted, leftOut, progress, cancellationToken);
        return new ImportReport
        {
            Files = files,
            Titles = titles.Count,
            Favourites = addedLikes,
            Watchlist = addedWishes,
            Dismissed = dismissed,
            NotFitting = notFitting,
            LeftOut = leftOut,
        };
    }

    private async Task<(ListCounts Counts, HashSet<TitleKey> Dismissed, int NotFitting)> DismissAsync(
        string userId, List<Evidence> titles, bool dryRun, List<LeftOut> leftOut, CancellationToken cancellationToken)
    {
        for (var attempts = 0; attempts < MostMerges; attempts++)
        {
            var saved = await preferences.FindAsync(userId, cancellationToken);
            var dismissed = new DismissedTitles(saved?.Document ?? default);
            var news = titles.Where(title => !dismissed.Keys.Contains(title.Key)).OrderByDescending(title => At(title.SeenAt)).ToList();
            var (document, added) = dismissed.With(news.ConvertAll(title => title.Key), PreferencesRules.DismissedLength, DocumentBytes);
            // If the page has saved this document meanwhile, the titles are added to the version that it saved.
            if (added > 0 && !dryRun
                && !await preferences.ReplaceAsync(
                    userId, saved, new StoredPreferences(document, Timestamps.ToMilliseconds(clock.GetUtcNow())), cancellationToken))
            {
                continue;
            }

            foreach (var title in news.Skip(added))
                leftOut.Add(LeftOut.From(title.Any, "watched, but the preferences have no space for it: it may be recommended"));
            return (new ListCounts(added, titles.Count - news.Count), dismissed.Keys, news.Count - added);
        }
        throw new ConfigurationException(
            "The preferences of this account were changed during every attempt: import again; what was imported stays.");
    }

    /// <summary>Returns the row's time clamped to the range from 1970 to now; now if it has none.</summary>
    private DateTimeOffset At(DateTimeOffset? said)
    {
        var now = Timestamps.ToMilliseconds(clock.GetUtcNow());
        return said is not { } at || at > now
            ? now
            : at < DateTimeOffset.UnixEpoch
            ? DateTimeOffset.UnixEpoch
            : Timestamps.ToMilliseconds(at);
    }
}
