using System.Buffers.Binary;
using System.Text;
using MovieRec.Engine.Binary;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>Reader of columns in the format of <see cref="ColumnWriter"/>.</summary>
/// <remarks>
/// Inconsistent bytes are read as empty columns, and <see cref="Failed"/> becomes true. Memory is limited to a few times the remaining
/// bytes, since every value takes at least one byte.
/// </remarks>
internal sealed class ColumnReader(byte[] bytes)
{
    private int _at;

    public bool Failed { get; private set; }

    public bool IsAtEnd => !Failed && _at == bytes.Length;

    public ulong[] Numbers()
    {
        var numbers = new ulong[Count(1)];
        var left = numbers.Length;
        var longer = Array.Empty<int>();
        for (var shift = 0; left > 0; shift += 7)
        {
            if (shift > 63 || left > bytes.Length - _at)
                return Fail<ulong>();
            var part = bytes.AsSpan(_at, left);
            _at += left;
            // The first pass reads a byte of every number, each later pass a byte of those numbers that the pass before left incomplete.
            var next = shift == 0 ? new int[CountLonger(part)] : longer;
            var open = 0;
            for (var i = 0; i < part.Length; i++)
            {
                var at = shift == 0 ? i : longer[i];
                numbers[at] |= (ulong)(part[i] & 0x7f) << shift;
                if (part[i] >= 0x80)
                    next[open++] = at;
            }
            (longer, left) = (next, open);
        }
        return numbers;
    }

    public uint[] Hashes()
    {
        var hashes = new uint[Count(sizeof(uint))];
        foreach (ref var hash in hashes.AsSpan())
        {
            hash = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(_at));
            _at += sizeof(uint);
        }
        return hashes;
    }

    public string?[] Texts()
    {
        var lengths = Numbers();
        var texts = new string?[lengths.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (lengths[i] == 0)
                continue;
            if (lengths[i] - 1 > (ulong)(bytes.Length - _at))
                return Fail<string?>();
            texts[i] = Encoding.UTF8.GetString(bytes, _at, (int)lengths[i] - 1);
            _at += (int)lengths[i] - 1;
        }
        return texts;
    }

    public TitleKey[] Keys()
    {
        var (kinds, distances) = (Numbers(), Numbers());
        if (kinds.Length != distances.Length)
            return Fail<TitleKey>();
        var (keys, id) = (new TitleKey[kinds.Length], 0L);
        for (var i = 0; i < keys.Length; i++)
        {
            id = unchecked(id + ZigZag.Decode(distances[i]));
            if (kinds[i] > (ulong)MediaKind.Tv)
                return Fail<TitleKey>();
            keys[i] = new TitleKey((MediaKind)kinds[i], id);
        }
        return keys;
    }

    private int Count(int least)
    {
        var fits = Varint.TryRead(bytes.AsSpan(_at), out var count, out var length)
            && count <= (ulong)((bytes.Length - _at - length) / least);
        _at += length;
        Failed |= !fits;
        return Failed ? 0 : (int)count;
    }

    private static int CountLonger(ReadOnlySpan<byte> part)
    {
        var longer = 0;
        foreach (var number in part)
            longer += number >> 7;
        return longer;
    }

    private T[] Fail<T>()
    {
        Failed = true;
        return [];
    }
}
