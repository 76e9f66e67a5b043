namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Inversion of a symmetric positive definite matrix in place by block sweeps (Goodnight 1979).</summary>
/// <remarks>
/// Each step of <i>A Tutorial on the SWEEP Operator</i> is one update of rank <see cref="Block"/>, half of it saved by symmetry. That
/// makes n^3 operations, nearly all of them in <see cref="RankUpdate"/>. Cholesky, inverse and product need as many, but in three passes
/// of different shape. Single precision is enough: the ridge limits the condition number to about (largest eigenvalue / l2), about a
/// thousand.
/// </remarks>
internal static class SymmetricInverse
{
    /// <summary>Pivots a step; 16 columns by so many floats stay in the first-level cache.</summary>
    public const int Block = 128;

    /// <summary>Rows and columns are padded to a multiple of this.</summary>
    public const int Padding = 16;

    /// <summary>The length of a row of storage for a matrix of <paramref name="n"/> rows.</summary>
    public static int Padded(int n) => (n + Padding - 1) / Padding * Padding;

    /// <summary>Replaces the lower triangle by that of the inverse; the upper triangle is left undefined.</summary>
    /// <param name="matrix">Padded(n) rows of Padded(n) floats; the padding may have any values.</param>
    /// <param name="n">Rows of the matrix proper.</param>
    /// <param name="progress">Receives the completed share, 0 to 1.</param>
    /// <param name="cancellationToken">Stops between steps; the matrix is then neither the original nor the inverse.</param>
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
        // Swept of everything it holds the negative inverse.
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
            // Tile by tile: a column of a large matrix lies in as many pages as it has rows.
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

    // The identity beside the matrix changes nothing in its inverse.
    private static void Pad(float[] matrix, int n, int size)
    {
        for (var row = n; row < size; row++)
        {
            matrix.AsSpan(row * size, size).Clear();
            matrix[(row * size) + row] = 1;
        }
    }

    // Columns first .. first + width of the symmetric matrix, which only its lower triangle holds.
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

    // Gauss-Jordan in double precision: 128 rows cost nothing.
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
