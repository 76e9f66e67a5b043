namespace MovieRec.Engine.Collaborative.Training;

/// <summary>The inverse P of the Gram matrix with its ridge: symmetric, in the order of the covered items.</summary>
internal interface IGramInverse
{
    /// <summary>The value of a row on the diagonal; above 0.</summary>
    float Diagonal(int row);

    /// <summary>Sets <paramref name="sums"/> to the weighted sum of rows of P.</summary>
    void Combine(ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> sums);
}
