using System.Buffers.Binary;
using System.Security.Cryptography;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Collaborative;

/// <summary>Writes what was learnt in the form that <see cref="ModelReader"/> reads.</summary>
public static class ModelWriter
{
    /// <summary>Writes a model.</summary>
    /// <param name="keys">The title of every item, each once.</param>
    /// <param name="interactions">What was learnt from.</param>
    /// <param name="weights">What was learnt.</param>
    public static byte[] Write(IReadOnlyList<TitleKey> keys, Interactions interactions, ItemWeights weights)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(interactions);
        ArgumentNullException.ThrowIfNull(weights);
        var users = 0;
        for (var user = 0; user < interactions.UserCount; user++)
            users += interactions.GetItems(user).Length > 0 ? 1 : 0;
        var bytes = new MemoryStream((weights.Count * 4) + (keys.Count * 8) + 64);
        bytes.Write(ModelReader.Magic);
        bytes.WriteByte(ModelReader.Format);
        Write(bytes, (ulong)users);
        Write(bytes, (ulong)keys.Count);
        Write(bytes, (ulong)weights.Count);
        foreach (var key in keys)
            Write(bytes, ((ulong)key.Id << 1) | (uint)key.Kind);
        for (var item = 0; item < keys.Count; item++)
            WriteItem(bytes, interactions.GetUsers(item).Length, weights.GetTargets(item), weights.GetWeights(item));
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    private static void WriteItem(MemoryStream bytes, int users, ReadOnlySpan<int> targets, ReadOnlySpan<float> weights)
    {
        Write(bytes, (ulong)users);
        Write(bytes, (ulong)targets.Length);
        var before = -1;
        foreach (var target in targets)
        {
            Write(bytes, (ulong)(target - before - 1));
            before = target;
        }
        Span<byte> half = stackalloc byte[2];
        foreach (var weight in weights)
        {
            BinaryPrimitives.WriteHalfLittleEndian(half, (Half)Math.Clamp(weight, -60_000f, 60_000f));
            bytes.Write(half);
        }
    }

    private static void Write(MemoryStream bytes, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
            bytes.WriteByte((byte)(number | 0x80));
        bytes.WriteByte((byte)number);
    }
}
