using MovieRec.Api;
using MovieRec.Api.MediaLists;
using MovieRec.Api.Outcomes;
using MovieRec.Api.Preferences;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>
/// Takes rows over into one user's favourites, watchlist and dismissed titles. What was liked is a favourite; what was watched and not
/// liked is dismissed, so that it is not recommended; what is wanted goes on the watchlist unless it was watched. Nothing that the user
/// has is changed or removed, so that doing it again adds nothing.
/// </summary>
internal sealed class Importer(
    IMediaListStore favourites, IMediaListStore watchlist, IPreferencesStore preferences, RowResolver resolver, TimeProvider clock)
{
    /// <summary>A preferences document takes 64 KiB; the rest is left for what the user still wants to say in it.</summary>
    private const int DocumentBytes = 60 * 1024;

    /// <summary>Most attempts to add to preferences that others change at the same time.</summary>
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

        // After the favourites: what those have no room for was watched all the same.
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
            // The page may save this document meanwhile; then the titles go into what it saved.
            if (added > 0 && !dryRun
                && !await preferences.ReplaceAsync(
                    userId, saved, new StoredPreferences(document, Timestamps.ToMilliseconds(clock.GetUtcNow())), cancellationToken))
            {
                continue;
            }

            foreach (var title in news.Skip(added))
                leftOut.Add(LeftOut.From(title.Any, "watched, but the preferences have no room to say so: it may be recommended"));
            return (new ListCounts(added, titles.Count - news.Count), dismissed.Keys, news.Count - added);
        }
        throw new ConfigurationException(
            "The preferences of this account were changed during every attempt: import again; what is there already stays.");
    }

    /// <summary>The row's time, else now; times that cannot be are brought to the nearest that can.</summary>
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
