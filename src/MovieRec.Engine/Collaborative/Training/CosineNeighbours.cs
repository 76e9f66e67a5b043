namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Cosine similarity of items with shrinkage: dot product / (product of the column norms + shrinkage).</summary>
public static class CosineNeighbours
{
    /// <summary>Computes the most similar items of every item.</summary>
    /// <param name="interactions">Training data, the matrix X.</param>
    /// <param name="most">Maximum number of neighbours per item.</param>
    /// <param name="shrinkage">Number of users added to the denominator; reduces the similarity of items with few users.</param>
    public static ItemWeights Compute(Interactions interactions, int most, double shrinkage)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        var weights = new ItemWeights.Builder(interactions.ItemCount);
        Parallel.For(0, interactions.ItemCount, item => weights.Set(item, Compute(interactions, item, most, shrinkage, 1)));
        return weights.Build(most);
    }

    /// <summary>Computes the most similar items of one item, with their cosines times <paramref name="scale"/>.</summary>
    internal static StrongestWeights Compute(Interactions interactions, int item, int most, double shrinkage, double scale)
    {
        var common = new Dictionary<int, double>();
        var (users, values) = interactions.GetColumn(item);
        for (var i = 0; i < users.Length; i++)
        {
            var (others, otherValues) = interactions.GetRow(users[i]);
            for (var j = 0; j < others.Length; j++)
                common[others[j]] = common.GetValueOrDefault(others[j]) + (values[i] * otherValues[j]);
        }
        var norm = Math.Sqrt(common.GetValueOrDefault(item));
        var strongest = new StrongestWeights(most);
        foreach (var other in common.Keys.Order())
        {
            if (other != item)
                strongest.Offer(other, (float)(scale * common[other] / ((norm * Norm(interactions, other)) + shrinkage)));
        }
        return strongest;
    }

    private static double Norm(Interactions interactions, int item)
    {
        var squares = 0.0;
        foreach (var weight in interactions.WeightsOfItem(item))
            squares += weight * weight;
        return Math.Sqrt(squares);
    }
}
