namespace MovieRec.Engine.Collaborative.Training;

/// <summary>In-place inversion of a symmetric positive definite matrix by block sweeps (Goodnight 1979).</summary>
/// <remarks>
/// Each step (<i>A Tutorial on the SWEEP Operator</i>) is one update of rank <see cref="Block"/>, of which symmetry saves half. All steps
/// together are n^3 operations, nearly all of them in <see cref="RankUpdate"/>. A Cholesky factorisation, its inverse and their product
/// need as many, but in three passes of different shape. Single precision is enough: the ridge limits the condition number to about the
/// largest eigenvalue / l2, which is about a thousand.
/// </remarks>
internal static class SymmetricInverse
{
    /// <summary>Pivots per step, chosen so that 16 columns of this many floats fit in the first-level cache.</summary>
    public const int Block = 128;

    /// <summary>Number to a multiple of which rows and columns are padded.</summary>
    public const int Padding = 16;

    /// <summary>Returns the padded size of a matrix of <paramref name="n"/> rows.</summary>
    public static int Padded(int n) => (n + Padding - 1) / Padding * Padding;

    /// <summary>Replaces the lower triangle with that of the inverse; the upper triangle is undefined afterwards.</summary>
    /// <param name="matrix">Padded(n) rows of Padded(n) floats; the padding may contain any values.</param>
    /// <param name="n">Number of rows without padding.</param>
    /// <param name="progress">Receives the completed share, 0 to 1.</param>
    /// <param name="cancellationToken">Cancels between steps; the matrix is then neither the original nor the inverse.</param>
    public static void Invert(float[] matrix, int n, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var size = Padded(n);
        Pad(matrix, n, size);
        var (column, product, tiles) = (new float[size * Block], new float[size * Block], new float[size * Block]);
        for (var first = 0; first < size; first += Block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var width = Math.Min(Block, size - first);
            Gather(matrix, size, first, width, column);
            var pivot = PivotInverse(column, first, width);
            RankUpdate.Multiply(column, pivot, product, size, width);
            RankUpdate.Tile(column, tiles, size, width);
            RankUpdate.Subtract(matrix, size, product, tiles, width);
            Scatter(matrix, size, first, width, product, pivot);
            progress?.Report((first + width) / (double)size);
        }
        // After sweeps of all pivots the matrix is the negative inverse.
        Parallel.For(0, n, row =>
        {
            foreach (ref var value in matrix.AsSpan(row * size, row + 1))
                value = -value;
        });
    }

    /// <summary>Copies the lower triangle into the upper one.</summary>
    public static void Mirror(float[] matrix, int n)
    {
        var size = Padded(n);
        Parallel.For(0, (n + 63) / 64, block =>
        {
            // Tile by tile, because each element of a column of a large matrix is in another memory page.
            for (var other = 0; other <= block; other++)
            {
                for (var row = block * 64; row < Math.Min(n, (block + 1) * 64); row++)
                {
                    for (var column = other * 64; column < Math.Min(row, (other + 1) * 64); column++)
                        matrix[(column * size) + row] = matrix[(row * size) + column];
                }
            }
        });
    }

    // Pads with an identity block, which does not change the inverse of the matrix.
    private static void Pad(float[] matrix, int n, int size)
    {
        for (var row = n; row < size; row++)
        {
            matrix.AsSpan(row * size, size).Clear();
            matrix[(row * size) + row] = 1;
        }
    }

    // Copies columns first .. first + width of the symmetric matrix, of which only the lower triangle is stored.
    private static void Gather(float[] matrix, int size, int first, int width, float[] column)
    {
        for (var row = 0; row < first; row++)
        {
            for (var c = 0; c < width; c++)
                column[(row * width) + c] = matrix[((first + c) * size) + row];
        }
        for (var row = first; row < first + width; row++)
        {
            for (var c = 0; c < width; c++)
                column[(row * width) + c] = row >= first + c ? matrix[(row * size) + first + c] : matrix[((first + c) * size) + row];
        }
        for (var row = first + width; row < size; row++)
            matrix.AsSpan((row * size) + first, width).CopyTo(column.AsSpan(row * width));
    }

    private static void Scatter(float[] matrix, int size, int first, int width, float[] product, float[] pivot)
    {
        for (var row = 0; row < first; row++)
        {
            for (var c = 0; c < width; c++)
                matrix[((first + c) * size) + row] = product[(row * width) + c];
        }
        for (var row = 0; row < width; row++)
        {
            for (var c = 0; c < width; c++)
                matrix[((first + row) * size) + first + c] = -pivot[(row * width) + c];
        }
        for (var row = first + width; row < size; row++)
            product.AsSpan(row * width, width).CopyTo(matrix.AsSpan((row * size) + first));
    }

    // Gauss-Jordan elimination in double precision, since the cost for 128 rows is negligible.
    private static float[] PivotInverse(float[] column, int first, int width)
    {
        var a = Array.ConvertAll(column[(first * width)..((first + width) * width)], value => (double)value);
        for (var k = 0; k < width; k++)
        {
            var pivot = a[(k * width) + k];
            if (!(pivot > 0))
                throw new ArithmeticException("The matrix is not positive definite.");
            a[(k * width) + k] = 1;
            for (var j = 0; j < width; j++)
                a[(k * width) + j] /= pivot;
            for (var i = 0; i < width; i++)
            {
                var factor = a[(i * width) + k];
                if (i == k || factor == 0)
                    continue;
                a[(i * width) + k] = 0;
                for (var j = 0; j < width; j++)
                    a[(i * width) + j] -= factor * a[(k * width) + j];
            }
        }
        return Array.ConvertAll(a, value => (float)value);
    }
}
