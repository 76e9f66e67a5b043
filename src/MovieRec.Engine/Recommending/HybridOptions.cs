namespace MovieRec.Engine.Recommending;

/// <summary>
/// How what was learnt from everybody's lists is mixed with what is known of titles. Chosen on a validation part of training data
/// (<c>docs/recommender.md</c> has the command).
/// </summary>
public sealed record HybridOptions
{
    /// <summary>Points of the title that everybody's lists speak for most.</summary>
    public double Crowd { get; init; } = 60;

    /// <summary>Points of the full content cosine for titles that many people have.</summary>
    public double Content { get; init; } = 56;

    /// <summary>So many titles of the user's halve that, if they said nothing else: few titles make a poor taste.</summary>
    public double ContentFade { get; init; } = 2;

    /// <summary>A model is trusted half if it was learnt from so many users; what it lacks is left to the content.</summary>
    public double Trust { get; init; } = 100;

    /// <summary>The same for titles that nobody has.</summary>
    public double ColdContent { get; init; } = 70;

    /// <summary>Users of a title at which it is half way between the two.</summary>
    public double ColdUsers { get; init; } = 20;

    /// <summary>What the share of people who have a title adds to the weights from the user's titles.</summary>
    public double Popularity { get; init; } = 3;

    /// <summary>So many titles of the user's halve that.</summary>
    public double PopularityFade { get; init; } = 0.5;

    /// <summary>What is left of that for somebody who said what they like: they are not everybody.</summary>
    public double SaidPopularity { get; init; } = 0.02;

    /// <summary>The sum of weights that is worth the full <see cref="Crowd"/>; a smaller best sum is not stretched to it.</summary>
    public double FullSum { get; init; } = 0.25;

    /// <summary>A title that a share s of the people has is divided by s to this power: above 0 favours the less known.</summary>
    public double Discount { get; init; } = 0.13;

    /// <summary>The share below which no less is divided by.</summary>
    public double DiscountFloor { get; init; } = 0.005;

    /// <summary>What is left of the prior from the catalogue's facts.</summary>
    public double Prior { get; init; }

    /// <summary>The same for a newcomer, for whom only what many people have speaks beside it.</summary>
    public double NewcomerPrior { get; init; } = 0.3;

    /// <summary>What full likeness to a title already picked costs.</summary>
    public double Diversity { get; init; } = 3;

    /// <summary>Points that the seed may move.</summary>
    public double Rotation { get; init; } = 1.5;

    /// <summary>How far the age of a signal counts with the lists: 0 not at all, 1 as much as with the content.</summary>
    public double Recency { get; init; }

    /// <summary>Titles of one franchise or director among ten, beyond what a list without a model may hold.</summary>
    public double Room { get; init; } = 3;

    /// <summary>Flattens (below 1) or sharpens how the share of people counts as popularity.</summary>
    public double PopularityPower { get; init; } = 1.25;

    /// <summary>People's belief in nobody: a share is counted as if so many more had been asked.</summary>
    public double Doubt { get; init; } = 20;
}
