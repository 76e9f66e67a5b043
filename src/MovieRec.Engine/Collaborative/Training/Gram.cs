namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Gram matrix of items with the ridge, X'WX + l2 I, as a dense lower triangle.</summary>
internal static class Gram
{
    /// <param name="interactions">Training data, the matrix X.</param>
    /// <param name="items">Items to include, in the order of the rows.</param>
    /// <param name="options">The ridge l2, and the damping from which W, one weight per user, is computed.</param>
    public static float[] Compute(Interactions interactions, int[] items, TrainingOptions options)
    {
        var size = SymmetricInverse.Padded(items.Length);
        var gram = new float[size * size];
        var rows = GetRows(interactions, items);
        var weights = UserWeights(interactions, options.HistoryDamping);
        // One thread sums a row, in the order of its users, so the result does not depend on the number of threads.
        Parallel.For(0, items.Length, row =>
        {
            var sums = gram.AsSpan(row * size, row + 1);
            var (users, values) = interactions.GetColumn(items[row]);
            for (var i = 0; i < users.Length; i++)
            {
                var (others, otherValues) = interactions.GetRow(users[i]);
                var weight = weights[users[i]] * values[i];
                for (var j = 0; j < others.Length; j++)
                {
                    var other = rows[others[j]];
                    if ((uint)other <= (uint)row)
                        sums[other] += weight * otherValues[j];
                }
            }
            sums[row] += (float)options.L2;
        });
        return gram;
    }

    /// <summary>Returns the row of every item; -1 for an item that is not included.</summary>
    public static int[] GetRows(Interactions interactions, int[] items)
    {
        var rows = new int[interactions.ItemCount];
        Array.Fill(rows, -1);
        for (var row = 0; row < items.Length; row++)
            rows[items[row]] = row;
        return rows;
    }

    /// <summary>Computes the weight of every user, from 0 to 1.</summary>
    public static float[] UserWeights(Interactions interactions, double damping)
    {
        var weights = new float[interactions.UserCount];
        for (var user = 0; user < weights.Length; user++)
            weights[user] = (float)Math.Pow(Math.Max(1, interactions.GetItems(user).Length), -damping);
        return weights;
    }
}
