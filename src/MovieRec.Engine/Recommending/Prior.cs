using MovieRec.Engine.Catalogues;

namespace MovieRec.Engine.Recommending;

/// <summary>What everybody's opinion is worth: popularity within the kind, and the rating's edge over the mean of the kind.</summary>
/// <remarks>
/// Both are measured within the kind, so that neither films nor series win because one source gives votes and the other does not:
/// an unknown rating is worth exactly as much as an average one.
/// </remarks>
internal readonly record struct Prior(double PopularityWeight, double RatingWeight, double DirectorWeight)
{
    /// <summary>Beside a taste.</summary>
    public static Prior Personal { get; } = new(Weights.Popularity, Weights.Rating, Weights.DirectorsWork);

    /// <summary>For a newcomer.</summary>
    public static Prior Newcomer { get; } = new(Weights.NewcomerPopularity, Weights.NewcomerRating, Weights.NewcomerDirectorsWork);

    // Steep in the middle and flat at both ends: whether a title is known matters, and not which of two known ones is known better.
    public double Popularity(in Standing standing) =>
        PopularityWeight * standing.Popularity * standing.Popularity * (3 - (2 * standing.Popularity));

    public double Rating(in Standing standing) => RatingWeight * standing.RatingEdge;

    public double Director(in Standing standing) => DirectorWeight * standing.DirectorsWork;

    public double Sum(in Standing standing) => Popularity(in standing) + Rating(in standing) + Director(in standing);
}
