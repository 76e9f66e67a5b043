namespace MovieRec.Engine.Recommending;

/// <summary>Weights of the mix of collaborative and content scores, chosen on validation data (<c>docs/evaluation.md</c>).</summary>
public sealed record HybridOptions
{
    /// <summary>Points of the title with the highest collaborative score.</summary>
    public double Collaborative { get; init; } = 60;

    /// <summary>Points of the full content cosine for titles that many users have.</summary>
    public double Content { get; init; } = 56;

    /// <summary>Number of the user's titles at which content has half its points, if the user stated no preferences.</summary>
    /// <remarks>The points grow with the number of titles, because few titles make an unreliable profile.</remarks>
    public double ContentFade { get; init; } = 2;

    /// <summary>Number of training users at which a model has half its weight; content and prior have the rest.</summary>
    public double Trust { get; init; } = 100;

    /// <summary>Points of the full content cosine for titles that no user has.</summary>
    public double ColdContent { get; init; } = 70;

    /// <summary>Number of users of a title at which it is half way between <see cref="Content"/> and <see cref="ColdContent"/>.</summary>
    public double ColdUsers { get; init; } = 20;

    /// <summary>Weight of a title's share of users, added to the weights from the user's titles.</summary>
    public double Popularity { get; init; } = 3;

    /// <summary>Number of the user's titles at which <see cref="Popularity"/> has half its weight.</summary>
    public double PopularityFade { get; init; } = 0.5;

    /// <summary>Remaining factor on <see cref="Popularity"/> for a user with stated preferences.</summary>
    public double SaidPopularity { get; init; } = 0.02;

    /// <summary>Minimum sum of weights for the full collaborative points; if the best sum is lower, it gets fewer points.</summary>
    public double FullSum { get; init; } = 0.25;

    /// <summary>Popularity discount x: the sum of a title with a share s of the users is divided by s^x.</summary>
    public double Discount { get; init; } = 0.13;

    /// <summary>Minimum share of users in <see cref="Discount"/>; a title with fewer users counts as if it had this share.</summary>
    public double DiscountFloor { get; init; } = 0.005;

    /// <summary>Remaining factor on the catalogue's prior for a newcomer; titles' shares of users replace the rest.</summary>
    public double NewcomerPrior { get; init; } = 0.3;

    /// <summary>Points that full similarity to an already picked title costs.</summary>
    public double Diversity { get; init; } = 3;

    /// <summary>Maximum points that the seed adds to a title.</summary>
    public double Rotation { get; init; } = 1.5;

    /// <summary>Additional titles that one franchise or director may have, compared with a list without a model.</summary>
    public double Room { get; init; } = 3;

    /// <summary>Exponent on the share of users as popularity: below 1 flattens it, above 1 sharpens it.</summary>
    public double PopularityPower { get; init; } = 1.25;

    /// <summary>Bayesian prior: number of pseudo-users without the title, added to the users a share is computed of.</summary>
    public double Doubt { get; init; } = 20;
}
