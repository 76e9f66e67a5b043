using System.Buffers;

namespace MovieRec.Engine.Binary;

/// <summary>Varint encoding (LEB128): seven bits per byte, lowest first; the top bit marks that more bytes follow.</summary>
internal static class Varint
{
    private const int MaxBytes = 10;

    public static void Write(IBufferWriter<byte> bytes, ulong number)
    {
        var span = bytes.GetSpan(MaxBytes);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
            span[length++] = (byte)(number | 0x80);
        span[length++] = (byte)number;
        bytes.Advance(length);
    }

    /// <summary>Reads the number at the start of <paramref name="bytes"/>; returns false if it is incomplete or too long.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ulong number, out int length)
    {
        (number, length) = (0, 0);
        while (length < bytes.Length && length < MaxBytes)
        {
            var part = bytes[length];
            number |= (ulong)(part & 0x7f) << (7 * length++);
            if (part < 0x80)
                return true;
        }
        return false;
    }
}
