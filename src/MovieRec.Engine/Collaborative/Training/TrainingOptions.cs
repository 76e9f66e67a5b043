namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Training parameters; every default was chosen on validation data (<c>docs/learning.md</c>).</summary>
public sealed record TrainingOptions
{
    /// <summary>Parameters of EASE as published, with the ridge of the reference results.</summary>
    public static TrainingOptions Published { get; } = new() { L2 = 250, HistoryDamping = 0 };

    /// <summary>Ridge of EASE, above 0: about the number of weighted users an item needs before its weights count fully.</summary>
    public double L2 { get; init; } = 90;

    /// <summary>Damping of long histories in the Gram matrix: a user of n items has the weight n^-x.</summary>
    /// <remarks>
    /// 0 is EASE as published. With 0.25 a user of a thousand titles has thirty times the total influence of a user of ten titles, instead
    /// of a hundred times.
    /// </remarks>
    public double HistoryDamping { get; init; } = 0.25;

    /// <summary>Maximum number of items for which EASE is solved, most users first; memory is 4 bytes times its square.</summary>
    public int Cap { get; init; } = 10_000;

    /// <summary>Minimum number of users of an item for which EASE is solved.</summary>
    public int FewestUsers { get; init; } = 1;

    /// <summary>Average number of weights per item after pruning, which keeps the strongest of all items together.</summary>
    public int Neighbours { get; init; } = 100;

    /// <summary>Shrinkage of the cosine, in users, for items for which EASE is not solved.</summary>
    public double Shrinkage { get; init; } = 20;
}
