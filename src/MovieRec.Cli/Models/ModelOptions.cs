using MovieRec.Engine.Training;

namespace MovieRec.Cli.Models;

/// <summary>The parameters of all models; defaults are those of the reference figures, or chosen on validation data.</summary>
internal sealed record ModelOptions
{
    public TrainingOptions Training { get; init; } = new();

    public int KnnNeighbours { get; init; } = 200;

    public double KnnShrinkage { get; init; } = 100;

    public double Alpha { get; init; } = 0.859;

    public double Beta { get; init; } = 0.657;

    public int WalkNeighbours { get; init; } = 324;
}
