using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Profile;

/// <summary>Conversion of a user's lists and named titles to terms of the profile.</summary>
internal static class ListFeedback
{
    private const int MostNamed = 100;

    public static void AddTo(List<ProfileTerm> sources, UserTaste taste, Catalogue catalogue, NameIndex<int> names, DateTimeOffset now)
    {
        var byRow = new Dictionary<int, ProfileTerm>(taste.Signals.Count);
        foreach (var signal in taste.Signals)
        {
            if (catalogue.TryFind(signal.Key, out var row))
            {
                Offer(byRow, catalogue, row, signal.Kind == SignalKind.Favourite ? ReasonKind.LikedTitle : ReasonKind.WatchlistTitle,
                    GetWeight(signal, now));
            }
        }
        foreach (var rows in Named(taste.Preferences, names))
            Offer(byRow, catalogue, rows[0], ReasonKind.LikedTitle, FeedbackWeights.Favourite);
        sources.AddRange(byRow.Values.OrderBy(source => source.Row));
    }

    /// <summary>Returns the rows of every title named in the preferences that the catalogue has, most popular first.</summary>
    public static IEnumerable<IReadOnlyList<int>> Named(TastePreferences preferences, NameIndex<int> names) =>
        preferences.FavouriteContent.Take(MostNamed).Select(names.Find).Where(rows => rows.Count > 0);

    private static double GetWeight(TasteSignal signal, DateTimeOffset now)
    {
        var age = Math.Max(0, (now - signal.AddedAt).TotalDays);
        var fresh = Math.Max(ScoreWeights.OldestSignal, Math.Pow(0.5, age / ScoreWeights.HalfLifeDays));
        return fresh * (signal.Kind == SignalKind.Favourite ? FeedbackWeights.Favourite : FeedbackWeights.Watchlist);
    }

    // A title may be on both lists and named; the largest weight counts.
    private static void Offer(Dictionary<int, ProfileTerm> byRow, Catalogue catalogue, int row, ReasonKind kind, double weight)
    {
        if (byRow.TryGetValue(row, out var known) && known.Weight >= weight)
            return;
        var title = catalogue[row];
        byRow[row] = new ProfileTerm
        {
            Kind = kind,
            Row = row,
            Key = title.Key,
            Text = title.Name,
            Weight = (float)weight,
        };
    }
}
