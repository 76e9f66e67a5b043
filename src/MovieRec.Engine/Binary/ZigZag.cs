namespace MovieRec.Engine.Binary;

/// <summary>ZigZag encoding (0, -1, 1, -2 become 0, 1, 2, 3): maps signed to unsigned, small magnitudes to small numbers.</summary>
internal static class ZigZag
{
    public static ulong Encode(long number) => (ulong)((number << 1) ^ (number >> 63));

    public static long Decode(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);
}
