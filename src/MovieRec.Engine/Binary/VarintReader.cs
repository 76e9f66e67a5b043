namespace MovieRec.Engine.Binary;

/// <summary>Reads LEB128 numbers. Beyond the end everything is 0, and <see cref="IsAtEnd"/> stays false.</summary>
internal ref struct VarintReader(ReadOnlySpan<byte> bytes)
{
    private static readonly byte[] s_nothing = new byte[16];

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private bool _beyond;

    public readonly bool IsAtEnd => !_beyond && _at == _bytes.Length;

    public ulong Next()
    {
        var number = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_at >= _bytes.Length)
            {
                _beyond = true;
                return 0;
            }
            var part = _bytes[_at++];
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return number;
        }
        _beyond = true;
        return 0;
    }

    /// <summary>The next few bytes, at most 16.</summary>
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
