namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Training of item-item weights: EASE for the items with the most users, cosine for the others, then pruning.</summary>
public static class Trainer
{
    /// <summary>Number of items solved by EASE on which the two kinds of weights are compared.</summary>
    private const int Compared = 200;

    /// <summary>Maximum number of weights per item, as a multiple of the average.</summary>
    private const int Headroom = 10;

    /// <summary>Trains the weights; the same input gives the same weights.</summary>
    /// <param name="interactions">Training data, the matrix X.</param>
    /// <param name="options">Training parameters.</param>
    /// <param name="progress">Receives the completed share, 0 to 1.</param>
    /// <param name="cancellationToken">Cancels the training.</param>
    public static ItemWeights Train(
        Interactions interactions, TrainingOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var ease = Ease.Solve(interactions, options, progress, cancellationToken);
        var weights = new ItemWeights.Builder(interactions.ItemCount);
        ease.Sparsify(Headroom * options.Neighbours, weights);
        Extend(interactions, options, ease, weights);
        return weights.Build(options.Neighbours);
    }

    /// <summary>Adds cosine weights, on the scale of EASE, for the items for which EASE was not solved.</summary>
    private static void Extend(Interactions interactions, TrainingOptions options, Ease ease, ItemWeights.Builder weights)
    {
        var reached = new bool[interactions.ItemCount];
        foreach (var item in ease.Items)
            reached[item] = true;
        if (ease.Items.Count == interactions.ItemCount)
            return;
        var scale = Scale(interactions, options, ease, weights);
        Parallel.For(0, interactions.ItemCount, item =>
        {
            if (!reached[item] && interactions.GetUsers(item).Length > 0)
                weights.Set(item, CosineNeighbours.Compute(interactions, item, options.Neighbours, options.Shrinkage, scale));
        });
    }

    // The least popular items with EASE weights resemble the most popular ones without, so both kinds should have equal sums there.
    private static double Scale(Interactions interactions, TrainingOptions options, Ease ease, ItemWeights.Builder weights)
    {
        var (solved, alike) = (0.0, 0.0);
        for (var i = Math.Max(0, ease.Items.Count - Compared); i < ease.Items.Count; i++)
        {
            solved += weights.Reach(ease.Items[i]);
            foreach (
                var weight in CosineNeighbours.Compute(interactions, ease.Items[i], options.Neighbours, options.Shrinkage, 1)
                    .Drain().Weights)
            {
                alike += weight;
            }
        }
        return alike > 0 ? solved / alike : 1;
    }
}
