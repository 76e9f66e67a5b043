namespace MovieRec.Engine.Binary;

/// <summary>Reader of varints (LEB128).</summary>
/// <remarks>Reading beyond the end gives 0 instead of throwing, and <see cref="IsAtEnd"/> is false from then on.</remarks>
internal ref struct VarintReader(ReadOnlySpan<byte> bytes)
{
    private static readonly byte[] s_nothing = new byte[16];

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private bool _beyond;

    public readonly bool IsAtEnd => !_beyond && _at == _bytes.Length;

    public ulong Next()
    {
        if (Varint.TryRead(_bytes[_at..], out var number, out var length))
        {
            _at += length;
            return number;
        }
        (_at, _beyond) = (_bytes.Length, true);
        return 0;
    }

    /// <summary>Returns the next bytes, at most 16.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (_at + count > _bytes.Length)
        {
            _beyond = true;
            return s_nothing.AsSpan(0, count);
        }
        _at += count;
        return _bytes.Slice(_at - count, count);
    }
}
