namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Inverse P as a dense matrix: n^3 operations and 4 n^2 bytes for n items.</summary>
internal sealed class ItemSpaceInverse : IGramInverse
{
    private readonly float[] _matrix;
    private readonly int _size;

    public ItemSpaceInverse(
        Interactions interactions, int[] items, TrainingOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        _size = SymmetricInverse.Padded(items.Length);
        _matrix = Gram.Compute(interactions, items, options);
        SymmetricInverse.Invert(_matrix, items.Length, progress, cancellationToken);
        SymmetricInverse.Mirror(_matrix, items.Length);
    }

    public float Diagonal(int row) => _matrix[(row * _size) + row];

    public void Combine(ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> sums)
    {
        sums.Clear();
        for (var i = 0; i < rows.Length; i++)
            Vectors.AddTimes(sums, weights[i], _matrix.AsSpan(rows[i] * _size, sums.Length));
    }
}
