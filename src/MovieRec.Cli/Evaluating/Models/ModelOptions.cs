using MovieRec.Cli.Catalogues;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Recommending;

namespace MovieRec.Cli.Evaluating.Models;

/// <summary>Parameters of all models; defaults are those of the reference figures, or were chosen on validation data.</summary>
internal sealed record ModelOptions
{
    /// <summary>Training options of the models <c>ease</c> and <c>ease-dense</c>.</summary>
    public TrainingOptions Ease { get; init; } = TrainingOptions.Published;

    /// <summary>Training options of the served model: of the blend, and of <c>train</c>.</summary>
    public TrainingOptions Training { get; init; } = new();

    public HybridOptions Blend { get; init; } = new();

    public Dictionary<string, ItemFacts> Items { get; init; } = [];

    public CatalogueFolder Catalogue { get; init; } = new(null);

    public int KnnNeighbours { get; init; } = 200;

    public double KnnShrinkage { get; init; } = 100;

    public double Alpha { get; init; } = 0.859;

    public double Beta { get; init; } = 0.657;

    public int WalkNeighbours { get; init; } = 324;
}
