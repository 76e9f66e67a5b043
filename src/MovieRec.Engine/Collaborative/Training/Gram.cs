namespace MovieRec.Engine.Collaborative.Training;

/// <summary>The Gram matrix of items, X'WX plus the ridge, dense, its lower triangle.</summary>
internal static class Gram
{
    /// <param name="interactions">X.</param>
    /// <param name="items">The items to take, in the order of the rows.</param>
    /// <param name="options">Ridge and W, a weight a user.</param>
    public static float[] Compute(Interactions interactions, int[] items, TrainingOptions options)
    {
        var size = SymmetricInverse.Padded(items.Length);
        var gram = new float[size * size];
        var rows = GetRows(interactions, items);
        var weights = UserWeights(interactions, options.HistoryDamping);
        // Every row is summed by one thread in the order of its users, so the result does not depend on the number of threads.
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

    /// <summary>For every item its row, -1 for those not taken.</summary>
    public static int[] GetRows(Interactions interactions, int[] items)
    {
        var rows = new int[interactions.ItemCount];
        Array.Fill(rows, -1);
        for (var row = 0; row < items.Length; row++)
            rows[items[row]] = row;
        return rows;
    }

    /// <summary>The weight of every user, 0 to 1.</summary>
    public static float[] UserWeights(Interactions interactions, double damping)
    {
        var weights = new float[interactions.UserCount];
        for (var user = 0; user < weights.Length; user++)
            weights[user] = (float)Math.Pow(Math.Max(1, interactions.GetItems(user).Length), -damping);
        return weights;
    }
}
