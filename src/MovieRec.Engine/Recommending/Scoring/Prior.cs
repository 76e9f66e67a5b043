using MovieRec.Engine.Catalogues;

namespace MovieRec.Engine.Recommending.Scoring;

/// <summary>Weights of the terms that do not depend on the user, such as popularity and rating.</summary>
/// <remarks>
/// Popularity is a rank within the kind, and the rating its difference from the mean of the kind. So neither films nor series win because
/// one source gives votes and the other does not: an unknown rating is worth exactly as much as an average one.
/// </remarks>
internal readonly record struct Prior(
    double PopularityWeight, double RatingWeight, double DirectorWeight, double NamesakesWeight, double FreshWeight)
{
    /// <summary>Weights for a user with a profile.</summary>
    public static Prior Personal { get; } =
        new(ScoreWeights.Popularity, ScoreWeights.Rating, ScoreWeights.DirectorsWork, ScoreWeights.Namesakes, 0);

    /// <summary>Weights for a newcomer.</summary>
    public static Prior Newcomer { get; } =
        new(ScoreWeights.NewcomerPopularity, ScoreWeights.NewcomerRating, ScoreWeights.NewcomerDirectorsWork,
            ScoreWeights.NewcomerNamesakes, ScoreWeights.NewcomerFresh);

    /// <summary>Returns a copy with every weight multiplied.</summary>
    public Prior Times(double factor) =>
        new(PopularityWeight * factor, RatingWeight * factor, DirectorWeight * factor, NamesakesWeight * factor, FreshWeight * factor);

    // Steep in the middle and flat at both ends: it matters if a title is known, but not which of two known titles is known better.
    public double Popularity(in TitleStatistics standing) =>
        PopularityWeight * standing.Popularity * standing.Popularity * (3 - (2 * standing.Popularity));

    public double Rating(in TitleStatistics standing) => RatingWeight * standing.RatingEdge;

    public double Director(in TitleStatistics standing) => DirectorWeight * standing.DirectorsWork;

    public double Namesakes(in TitleStatistics standing) => standing.HasNamesakes ? NamesakesWeight : 0;

    /// <summary>Returns the freshness term: full weight for this year's titles, falling to 0 over thirty years.</summary>
    /// <param name="year">Year of release; 0 if unknown.</param>
    /// <param name="thisYear">Current year.</param>
    public double Fresh(int year, int thisYear) =>
        year == 0 || year > thisYear ? 0 : FreshWeight * Math.Max(0, 1 - ((thisYear - year) / 30.0));

    public double Sum(in TitleStatistics standing, int year, int thisYear) =>
        Popularity(in standing) + Rating(in standing) + Director(in standing) + Namesakes(in standing) + Fresh(year, thisYear);
}
