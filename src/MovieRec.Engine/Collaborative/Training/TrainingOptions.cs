namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Training parameters; every default was chosen on validation data (<c>docs/learning.md</c>).</summary>
public sealed record TrainingOptions
{
    /// <summary>EASE as published, with the ridge of the reference figures.</summary>
    public static TrainingOptions Published { get; } = new() { L2 = 250, HistoryDamping = 0 };

    /// <summary>EASE's ridge, above 0, in weighted users: an item needs about so many before its weights count fully.</summary>
    public double L2 { get; init; } = 90;

    /// <summary>Damping of long histories in the Gram matrix: a user of n items has the weight n^-x.</summary>
    /// <remarks>
    /// 0 is EASE as published. With 0.25 a user of a thousand titles has thirty times the weight of one of ten titles, instead of a hundred
    /// times.
    /// </remarks>
    public double HistoryDamping { get; init; } = 0.25;

    /// <summary>Most items EASE is solved for, those with the most users; memory is 4 bytes times its square.</summary>
    public int Cap { get; init; } = 10_000;

    /// <summary>Fewest users of an item that EASE is solved for.</summary>
    public int FewestUsers { get; init; } = 1;

    /// <summary>Average number of weights per item after pruning; the strongest of all items are retained.</summary>
    public int Neighbours { get; init; } = 100;

    /// <summary>Shrinkage of the cosine, in users, for items beyond EASE's reach.</summary>
    public double Shrinkage { get; init; } = 20;
}
