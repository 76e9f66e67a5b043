using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Recommending;

namespace MovieRec.Cli.Evaluating.Models;

/// <summary>Trains models by their name.</summary>
internal sealed class ModelFactory(Experiment experiment, ModelOptions options)
{
    public static readonly string[] Names = ["popular", "item-knn", "rp3beta", "ease", "ease-dense", "content", "blend"];

    public IModel Train(string name, IProgress<double> progress, CancellationToken cancellationToken) => name switch
    {
        "popular" => Popular(name),
        "item-knn" => Weighted(name, CosineNeighbours.Compute(experiment.Train, options.KnnNeighbours, options.KnnShrinkage)),
        "rp3beta" => Walk(name),
        "ease" => Weighted(name, Trainer.Train(experiment.Train, options.Ease, progress, cancellationToken)),
        "ease-dense" => Dense(name, Ease.Solve(experiment.Train, options.Ease, progress, cancellationToken)),
        "content" => new HybridModel(name, experiment, new Recommender(CatalogueOfItems())),
        "blend" => new HybridModel(name, experiment, new Recommender(
            CatalogueOfItems(), HybridModel.GetModel(experiment, options.Training, progress, cancellationToken), options.Blend)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such model."),
    };

    private Catalogue CatalogueOfItems() => HybridModel.GetCatalogue(experiment, options.Items, options.Catalogue);

    private ScoreModel Popular(string name) => new(name, experiment.Items.Count, (_, scores) =>
    {
        for (var item = 0; item < scores.Length; item++)
            scores[item] = experiment.Train.GetUsers(item).Length;
    });

    private ScoreModel Walk(string name)
    {
        var walk = new RandomWalk(experiment.Train, options.Alpha, options.Beta, options.WalkNeighbours);
        return new ScoreModel(name, experiment.Items.Count, (known, scores) => walk.Score(known.Items, scores));
    }

    private ScoreModel Weighted(string name, ItemWeights weights) =>
        new(name, experiment.Items.Count, (known, scores) => weights.Score(known.Items, known.Weights, scores));

    private ScoreModel Dense(string name, Ease ease) =>
        new(name, experiment.Items.Count, (known, scores) => ease.Score(known.Items, known.Weights, scores));
}
