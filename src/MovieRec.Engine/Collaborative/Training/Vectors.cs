using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MovieRec.Engine.Collaborative.Training;

/// <summary>SIMD operations on spans.</summary>
internal static class Vectors
{
    /// <summary>Computes sums += factor * values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTimes(Span<float> sums, float factor, ReadOnlySpan<float> values)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var others = MemoryMarshal.Cast<float, Vector<float>>(values[..sums.Length]);
        var factors = new Vector<float>(factor);
        for (var i = 0; i < wide.Length; i++)
            wide[i] += factors * others[i];
        for (var i = wide.Length * Vector<float>.Count; i < sums.Length; i++)
            sums[i] += factor * values[i];
    }
}
