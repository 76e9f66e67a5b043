namespace MovieRec.Engine.Collaborative.Training;

/// <summary>How to train; every default was chosen on a validation part of training data (<c>docs/recommender.md</c>).</summary>
public sealed record TrainingOptions
{
    /// <summary>EASE as published, with the ridge of the reference figures.</summary>
    public static TrainingOptions Published { get; } = new() { L2 = 250, HistoryDamping = 0 };

    /// <summary>EASE's ridge, above 0, in weighted users: an item needs about so many before its weights count fully.</summary>
    public double L2 { get; init; } = 90;

    /// <summary>
    /// What a long history counts in the Gram matrix: a user of n items weighs n to the minus this. 0 is EASE as published, 0.25 lets
    /// somebody who rated a thousand titles say thirty times as much as one of ten titles, instead of a hundred times.
    /// </summary>
    public double HistoryDamping { get; init; } = 0.25;

    /// <summary>Most items EASE is solved for, those with the most users; memory is 4 bytes times its square.</summary>
    public int Cap { get; init; } = 10_000;

    /// <summary>Fewest users of an item that EASE is solved for.</summary>
    public int FewestUsers { get; init; } = 1;

    /// <summary>Weights kept of an item, on average over all: the strongest of all.</summary>
    public int Neighbours { get; init; } = 100;

    /// <summary>Shrinkage of the cosine, in users, for items beyond EASE's reach.</summary>
    public double Shrinkage { get; init; } = 20;
}
