namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Inverse P of the Gram matrix with its ridge: symmetric, one row per included item.</summary>
internal interface IGramInverse
{
    /// <summary>Returns the diagonal value of a row, which is above 0.</summary>
    float Diagonal(int row);

    /// <summary>Sets <paramref name="sums"/> to the weighted sum of rows of P.</summary>
    void Combine(ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> sums);
}
