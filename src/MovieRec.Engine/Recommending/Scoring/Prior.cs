using MovieRec.Engine.Catalogues;

namespace MovieRec.Engine.Recommending.Scoring;

/// <summary>Prior of a title: popularity within the kind, and the rating's difference from the mean of the kind.</summary>
/// <remarks>
/// Both are measured within the kind, so that neither films nor series win because one source gives votes and the other does not: an
/// unknown rating is worth exactly as much as an average one.
/// </remarks>
internal readonly record struct Prior(
    double PopularityWeight, double RatingWeight, double DirectorWeight, double NamesakesWeight, double FreshWeight)
{
    /// <summary>Beside a taste.</summary>
    public static Prior Personal { get; } =
        new(ScoreWeights.Popularity, ScoreWeights.Rating, ScoreWeights.DirectorsWork, ScoreWeights.Namesakes, 0);

    /// <summary>For a newcomer.</summary>
    public static Prior Newcomer { get; } =
        new(ScoreWeights.NewcomerPopularity, ScoreWeights.NewcomerRating, ScoreWeights.NewcomerDirectorsWork,
            ScoreWeights.NewcomerNamesakes, ScoreWeights.NewcomerFresh);

    /// <summary>The same with every weight multiplied.</summary>
    public Prior Times(double factor) =>
        new(PopularityWeight * factor, RatingWeight * factor, DirectorWeight * factor, NamesakesWeight * factor, FreshWeight * factor);

    // Steep in the middle and flat at both ends: whether a title is known matters, and not which of two known ones is known better.
    public double Popularity(in TitleStatistics standing) =>
        PopularityWeight * standing.Popularity * standing.Popularity * (3 - (2 * standing.Popularity));

    public double Rating(in TitleStatistics standing) => RatingWeight * standing.RatingEdge;

    public double Director(in TitleStatistics standing) => DirectorWeight * standing.DirectorsWork;

    public double Namesakes(in TitleStatistics standing) => standing.HasNamesakes ? NamesakesWeight : 0;

    /// <summary>Falls from the full weight for this year's titles to nothing for those of thirty years ago.</summary>
    /// <param name="year">Of the release, 0 where unknown.</param>
    /// <param name="thisYear">The year it is.</param>
    public double Fresh(int year, int thisYear) =>
        year == 0 || year > thisYear ? 0 : FreshWeight * Math.Max(0, 1 - ((thisYear - year) / 30.0));

    public double Sum(in TitleStatistics standing, int year, int thisYear) =>
        Popularity(in standing) + Rating(in standing) + Director(in standing) + Namesakes(in standing) + Fresh(year, thisYear);
}
