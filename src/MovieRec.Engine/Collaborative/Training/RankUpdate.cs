using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Matrix products for <see cref="SymmetricInverse"/>, on all cores, in register tiles of 4 rows by 16 columns.</summary>
internal static class RankUpdate
{
    private const int Rows = 4;
    private const int Columns = 16;
    private const int RowsPerTask = 64;

    /// <summary>Rearranges rows of <paramref name="width"/> values to tiles, in which 16 rows are adjacent per column.</summary>
    public static void Tile(float[] source, float[] tiles, int size, int width) => Parallel.For(0, size / Columns, tile =>
    {
        for (var lane = 0; lane < Columns; lane++)
        {
            for (var c = 0; c < width; c++)
                tiles[(((tile * width) + c) * Columns) + lane] = source[(((tile * Columns) + lane) * width) + c];
        }
    });

    /// <summary>Computes product = left (size x width) times right (width x width).</summary>
    public static void Multiply(float[] left, float[] right, float[] product, int size, int width) =>
        Parallel.For(0, size / Columns, block =>
    {
        for (var row = block * Columns; row < (block + 1) * Columns; row++)
        {
            var sums = product.AsSpan(row * width, width);
            sums.Clear();
            for (var c = 0; c < width; c++)
                AddTimes(sums, left[(row * width) + c], right.AsSpan(c * width, width));
        }
    });

    /// <summary>Computes matrix -= rows (size x width) times the transpose of the tiles, on and below the diagonal.</summary>
    public static void Subtract(float[] matrix, int size, float[] rows, float[] tiles, int width)
    {
        var tasks = (size + RowsPerTask - 1) / RowsPerTask;
        // Longest rows first: a core that got one last would keep the others waiting.
        Parallel.For(0, tasks, task =>
        {
            var first = (tasks - 1 - task) * RowsPerTask;
            var last = Math.Min(size, first + RowsPerTask);
            for (var tile = 0; tile * Columns < last; tile++)
            {
                // Rows above the tile's diagonal are in the upper triangle, which is never read.
                for (var row = Math.Max(first, tile * Columns); row < last; row += Rows)
                    Subtract(matrix, (row * size) + (tile * Columns), size, rows, row * width, tiles, tile * width * Columns, width);
            }
        });
    }

    // Fully optimised on first use: it is called too rarely for tiered compilation to improve it before it has run for minutes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Subtract(float[] matrix, int at, int size, float[] rows, int row, float[] tiles, int tile, int width)
    {
        ref var q = ref rows[row];
        ref var t = ref tiles[tile];
        Vector256<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var k = 0; k < width; k++)
        {
            var t0 = Vector256.LoadUnsafe(ref t, (nuint)(k * Columns));
            var t1 = Vector256.LoadUnsafe(ref t, (nuint)((k * Columns) + 8));
            var a = Vector256.Create(Unsafe.Add(ref q, k));
            a0 = Vector256.FusedMultiplyAdd(a, t0, a0);
            a1 = Vector256.FusedMultiplyAdd(a, t1, a1);
            var b = Vector256.Create(Unsafe.Add(ref q, k + width));
            b0 = Vector256.FusedMultiplyAdd(b, t0, b0);
            b1 = Vector256.FusedMultiplyAdd(b, t1, b1);
            var c = Vector256.Create(Unsafe.Add(ref q, k + (2 * width)));
            c0 = Vector256.FusedMultiplyAdd(c, t0, c0);
            c1 = Vector256.FusedMultiplyAdd(c, t1, c1);
            var d = Vector256.Create(Unsafe.Add(ref q, k + (3 * width)));
            d0 = Vector256.FusedMultiplyAdd(d, t0, d0);
            d1 = Vector256.FusedMultiplyAdd(d, t1, d1);
        }
        Store(ref matrix[at], a0, a1);
        Store(ref matrix[at + size], b0, b1);
        Store(ref matrix[at + (2 * size)], c0, c1);
        Store(ref matrix[at + (3 * size)], d0, d1);
    }

    private static void Store(ref float at, Vector256<float> first, Vector256<float> second)
    {
        (Vector256.LoadUnsafe(ref at) - first).StoreUnsafe(ref at);
        (Vector256.LoadUnsafe(ref at, 8) - second).StoreUnsafe(ref at, 8);
    }

    private static void AddTimes(Span<float> sums, float factor, ReadOnlySpan<float> values)
    {
        var wide = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        var other = MemoryMarshal.Cast<float, Vector256<float>>(values);
        var factors = Vector256.Create(factor);
        for (var i = 0; i < wide.Length; i++)
            wide[i] = Vector256.FusedMultiplyAdd(factors, other[i], wide[i]);
    }
}
