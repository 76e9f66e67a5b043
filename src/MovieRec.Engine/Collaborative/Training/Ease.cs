namespace MovieRec.Engine.Collaborative.Training;

/// <summary>EASE (Steck 2019, <i>Embarrassingly Shallow Autoencoders for Sparse Data</i>), solved in closed form.</summary>
/// <remarks>
/// EASE finds the item-item weights B with a zero diagonal for which X B is closest to X, with ridge (L2) regularisation. The solution is
/// B = I - P / diag(P), with P the inverse of X'X + l2 I.
/// </remarks>
public sealed class Ease
{
    private readonly int[] _items;
    private readonly int[] _rows;
    private readonly IGramInverse _inverse;

    private Ease(int[] items, int[] rows, IGramInverse inverse) => (_items, _rows, _inverse) = (items, rows, inverse);

    /// <summary>Items for which the weights were solved, most users first.</summary>
    public IReadOnlyList<int> Items => _items;

    /// <summary>Solves for the items with the most users; the result does not depend on the number of cores.</summary>
    /// <param name="interactions">Training data, the matrix X.</param>
    /// <param name="options">Training parameters.</param>
    /// <param name="progress">Receives the completed share, 0 to 1.</param>
    /// <param name="cancellationToken">Cancels the training.</param>
    public static Ease Solve(
        Interactions interactions, TrainingOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        ArgumentNullException.ThrowIfNull(options);
        var items = WithinReach(interactions, options);
        // The smaller matrix is inverted. In user space that is cheap, but each row of P is then a sum over the users of its item.
        IGramInverse inverse = interactions.UserCount < items.Length / 2
            ? new UserSpaceInverse(interactions, items, options, progress, cancellationToken)
            : new ItemSpaceInverse(interactions, items, options, progress, cancellationToken);
        return new Ease(items, Gram.GetRows(interactions, items), inverse);
    }

    /// <summary>Adds the weights from a user's items to every item's score, without pruning.</summary>
    /// <param name="known">The user's items.</param>
    /// <param name="weights">The weight of each item; 1 for plain implicit feedback.</param>
    /// <param name="scores">Scores by item; items for which EASE was not solved are unchanged.</param>
    public void Score(ReadOnlySpan<int> known, ReadOnlySpan<float> weights, Span<float> scores)
    {
        var (rows, counts) = (new int[known.Length], new float[known.Length]);
        var within = 0;
        for (var i = 0; i < known.Length; i++)
        {
            if (_rows[known[i]] >= 0)
                (rows[within], counts[within++]) = (_rows[known[i]], weights[i]);
        }
        var sums = new float[_items.Length];
        _inverse.Combine(rows.AsSpan(0, within), counts.AsSpan(0, within), sums);
        for (var column = 0; column < sums.Length; column++)
            scores[_items[column]] -= sums[column] / _inverse.Diagonal(column);
    }

    /// <summary>Writes the largest weights (by absolute value) towards every item to <paramref name="weights"/>.</summary>
    internal void Sparsify(int most, ItemWeights.Builder weights) =>
        Parallel.For(0, _items.Length, () => (Sums: new float[_items.Length], Strongest: new StrongestWeights(most)), (column, _, room) =>
    {
        var (sums, strongest) = room;
        // P is symmetric, so its row of an item contains the weights towards the item.
        _inverse.Combine([column], [1], sums);
        var diagonal = sums[column];
        sums[column] = 0;
        for (var row = 0; row < sums.Length; row++)
            strongest.Offer(_items[row], -sums[row] / diagonal);
        weights.Set(_items[column], strongest);
        return room;
    }, _ => { });

    private static int[] WithinReach(Interactions interactions, TrainingOptions options)
    {
        var items = new List<int>(interactions.ItemCount);
        for (var item = 0; item < interactions.ItemCount; item++)
        {
            if (interactions.GetUsers(item).Length >= Math.Max(1, options.FewestUsers))
                items.Add(item);
        }
        items.Sort((one, other) => interactions.GetUsers(one).Length != interactions.GetUsers(other).Length
            ? interactions.GetUsers(other).Length.CompareTo(interactions.GetUsers(one).Length) : one.CompareTo(other));
        return [.. items.Take(options.Cap)];
    }
}
