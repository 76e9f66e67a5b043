using MovieRec.Engine.Catalogues;

namespace MovieRec.Engine.Recommending;

/// <summary>Recommends titles of one catalogue. Immutable once built, so safe for any number of threads.</summary>
/// <param name="catalogue">What to recommend from; may be empty.</param>
public sealed class Recommender(Catalogue catalogue)
{
    /// <summary>Recommends titles to a user, best first. Never throws for odd data; an empty catalogue gives an empty list.</summary>
    /// <param name="taste">What is known of the user.</param>
    /// <param name="query">What is asked for.</param>
    public RecommendationList Recommend(UserTaste taste, RecommendationQuery query)
    {
        var listed = taste.Signals.Select(signal => signal.Key).Concat(taste.Dismissed).Concat(query.Excluded).ToHashSet();
        var rows = catalogue.ByPopularity
            .Where(row => (query.Kind ?? catalogue[row].Key.Kind) == catalogue[row].Key.Kind && !listed.Contains(catalogue[row].Key))
            .ToArray();
        return new RecommendationList([.. rows.Take(Math.Clamp(query.Limit, 1, RecommendationQuery.MaxLimit)).Select(Popular)], false, rows.Length);
    }

    private Recommendation Popular(int row)
    {
        var points = 100.0 * catalogue.Standings[row].Popularity;
        const string Text = "One of the more popular titles of the catalogue";
        return new Recommendation(row, catalogue[row].Key, points, Text, [new Contribution(ReasonKind.Popularity, Text, null, points)]);
    }
}
