using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using MovieRec.Engine.Binary;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Collaborative;

/// <summary>Writer of models in the format that <see cref="ModelReader"/> reads.</summary>
public static class ModelWriter
{
    /// <summary>Writes a model.</summary>
    /// <param name="keys">Title of every item, without duplicates.</param>
    /// <param name="interactions">The training data.</param>
    /// <param name="weights">The learnt weights.</param>
    public static byte[] Write(IReadOnlyList<TitleKey> keys, Interactions interactions, ItemWeights weights)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(interactions);
        ArgumentNullException.ThrowIfNull(weights);
        var users = 0;
        for (var user = 0; user < interactions.UserCount; user++)
            users += interactions.GetItems(user).Length > 0 ? 1 : 0;
        var bytes = new ArrayBufferWriter<byte>((weights.Count * 4) + (keys.Count * 8) + 64);
        bytes.Write(ModelReader.Magic);
        bytes.Write([ModelReader.Format]);
        Varint.Write(bytes, (ulong)users);
        Varint.Write(bytes, (ulong)keys.Count);
        Varint.Write(bytes, (ulong)weights.Count);
        foreach (var key in keys)
            Varint.Write(bytes, ((ulong)key.Id << 1) | (uint)key.Kind);
        for (var item = 0; item < keys.Count; item++)
            WriteItem(bytes, interactions.GetUsers(item).Length, weights.GetTargets(item), weights.GetWeights(item));
        bytes.Write(SHA256.HashData(bytes.WrittenSpan));
        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteItem(ArrayBufferWriter<byte> bytes, int users, ReadOnlySpan<int> targets, ReadOnlySpan<float> weights)
    {
        Varint.Write(bytes, (ulong)users);
        Varint.Write(bytes, (ulong)targets.Length);
        var before = -1;
        foreach (var target in targets)
        {
            Varint.Write(bytes, (ulong)(target - before - 1));
            before = target;
        }
        Span<byte> half = stackalloc byte[2];
        foreach (var weight in weights)
        {
            BinaryPrimitives.WriteHalfLittleEndian(half, (Half)Math.Clamp(weight, -60_000f, 60_000f));
            bytes.Write(half);
        }
    }
}
