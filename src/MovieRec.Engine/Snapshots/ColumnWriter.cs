using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using MovieRec.Engine.Binary;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>Writer of columns, each as its length and then its values; <see cref="ColumnReader"/> reads them.</summary>
internal sealed class ColumnWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Writes varints (LEB128): all first bytes, then all second bytes, and so on.</summary>
    /// <remarks>Similar bytes are then adjacent, which DEFLATE compresses well.</remarks>
    public void Numbers(List<ulong> numbers)
    {
        Varint.Write(_bytes, (ulong)numbers.Count);
        var left = new List<ulong>(numbers);
        while (left.Count > 0)
        {
            var longer = 0;
            for (var i = 0; i < left.Count; i++)
            {
                var number = left[i];
                Byte((byte)(number < 0x80 ? number : number | 0x80));
                if (number >= 0x80)
                    left[longer++] = number >> 7;
            }
            left.RemoveRange(longer, left.Count - longer);
        }
    }

    /// <summary>Writes hashes as four bytes each.</summary>
    public void Hashes(List<uint> hashes)
    {
        Varint.Write(_bytes, (ulong)hashes.Count);
        Span<byte> four = stackalloc byte[sizeof(uint)];
        foreach (var hash in hashes)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(four, hash);
            _bytes.Write(four);
        }
    }

    /// <summary>Writes the lengths of texts in bytes plus 1 (0 for null), then their UTF-8.</summary>
    public void Texts(IReadOnlyList<string?> texts)
    {
        var lengths = new List<ulong>(texts.Count);
        foreach (var text in texts)
            lengths.Add(text is null ? 0 : (ulong)Encoding.UTF8.GetByteCount(text) + 1);
        Numbers(lengths);
        foreach (var text in texts)
        {
            if (text is not null)
                _ = Encoding.UTF8.GetBytes(text, _bytes);
        }
    }

    /// <summary>Writes the kinds of keys, then the differences between consecutive ids in ZigZag encoding.</summary>
    public void Keys(List<TitleKey> keys)
    {
        var (kinds, distances, before) = (new List<ulong>(keys.Count), new List<ulong>(keys.Count), 0L);
        foreach (var key in keys)
        {
            kinds.Add((ulong)key.Kind);
            distances.Add(ZigZag.Encode(key.Id - before));
            before = key.Id;
        }
        Numbers(kinds);
        Numbers(distances);
    }

    private void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
