using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using MovieRec.Engine.Binary;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Collaborative;

/// <summary>Reader of a model from its bytes, which are the same in a file and in a table.</summary>
/// <remarks>
/// Format, about 3 bytes per weight; numbers are varints:
/// <list type="bullet">
/// <item><description><c>MRCM</c> and a byte for the version of the format;</description></item>
/// <item><description>the numbers of users, titles and weights;</description></item>
/// <item><description>kind and id of every title;</description></item>
/// <item><description>per title its number of users, its number of weights, the distances between their targets, and the weights as
/// half-precision floats;</description></item>
/// <item><description>the SHA-256 of everything before.</description></item>
/// </list>
/// </remarks>
public static class ModelReader
{
    internal const byte Format = 1;
    internal const int ChecksumBytes = 32;

    /// <summary>Prefix of every model's name.</summary>
    public const string VersionPrefix = "ease-1-";

    /// <summary>Magic bytes at the start of a model: <c>MRCM</c>.</summary>
    internal static ReadOnlySpan<byte> Magic => "MRCM"u8;

    /// <summary>Reads a model; returns false and the reason if the bytes are not a valid model.</summary>
    /// <param name="bytes">The complete bytes.</param>
    /// <param name="model">The model; null if the bytes are not valid.</param>
    /// <param name="reason">The reason, as a fragment such as "its checksum is wrong".</param>
    public static bool TryRead(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out CollaborativeModel? model, [NotNullWhen(false)] out string? reason)
    {
        (model, reason) = (null, null);
        if (!bytes.StartsWith(Magic) || bytes.Length < Magic.Length + 1 + ChecksumBytes)
            reason = "it is no model of MovieRec";
        else if (bytes[Magic.Length] != Format)
            reason = $"it is of format {bytes[Magic.Length]}, and this program reads {Format}";
        else if (!SHA256.HashData(bytes[..^ChecksumBytes]).AsSpan().SequenceEqual(bytes[^ChecksumBytes..]))
            reason = "its checksum is wrong: it is cut short or damaged";
        else if (!TryReadBody(bytes[(Magic.Length + 1)..^ChecksumBytes], GetVersion(bytes), out model))
            reason = "it is not consistent";
        return model is not null;
    }

    private static string GetVersion(ReadOnlySpan<byte> bytes) => VersionPrefix + Convert.ToHexStringLower(bytes[^ChecksumBytes..][..4]);

    private static bool TryReadBody(ReadOnlySpan<byte> body, string version, out CollaborativeModel? model)
    {
        model = null;
        var reader = new VarintReader(body);
        var (users, count, total) = (reader.Next(), reader.Next(), reader.Next());
        if (users > int.MaxValue || count > (ulong)body.Length || total > (ulong)body.Length)
            return false;
        var (keys, counts, starts) = (new TitleKey[count], new int[count], new int[count + 1]);
        var (targets, weights) = (new int[total], new Half[total]);
        for (var item = 0; item < keys.Length; item++)
        {
            var number = reader.Next();
            keys[item] = new TitleKey((MediaKind)(number & 1), (long)(number >> 1));
        }
        for (var item = 0; item < keys.Length; item++)
        {
            counts[item] = (int)Math.Min(reader.Next(), int.MaxValue);
            var have = reader.Next();
            if (have > total - (ulong)starts[item])
                return false;
            starts[item + 1] = starts[item] + (int)have;
            var target = -1L;
            for (var at = starts[item]; at < starts[item + 1]; at++)
            {
                target += (long)Math.Min(reader.Next(), int.MaxValue) + 1;
                if (target >= keys.Length)
                    return false;
                targets[at] = (int)target;
            }
            for (var at = starts[item]; at < starts[item + 1]; at++)
                weights[at] = BinaryPrimitives.ReadHalfLittleEndian(reader.Take(2));
        }
        if (!reader.IsAtEnd || starts[^1] != targets.Length || Array.Exists(weights, weight => !Half.IsFinite(weight)))
            return false;
        model = new CollaborativeModel(version, (int)users, keys, counts, starts, targets, weights);
        return true;
    }
}
