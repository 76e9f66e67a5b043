using MovieRec.Engine.Catalogues;

namespace MovieRec.Engine.Recommending;

/// <summary>What everybody's opinion is worth: popularity within the kind, and the rating's edge over the mean of the kind.</summary>
/// <remarks>
/// Both are measured within the kind, so that neither films nor series win because one source gives votes and the other does not:
/// an unknown rating is worth exactly as much as an average one.
/// </remarks>
internal readonly record struct Prior(double PopularityWeight, bool Squared, double RatingWeight)
{
    /// <summary>Beside a taste.</summary>
    public static Prior Personal { get; } = new(Weights.Popularity, Squared: true, Weights.Rating);

    /// <summary>For a newcomer.</summary>
    public static Prior Newcomer { get; } = new(Weights.NewcomerPopularity, Squared: false, Weights.NewcomerRating);

    public double Popularity(in Standing standing) =>
        PopularityWeight * (Squared ? standing.Popularity * standing.Popularity : standing.Popularity);

    public double Rating(in Standing standing) => RatingWeight * standing.RatingEdge;
}
