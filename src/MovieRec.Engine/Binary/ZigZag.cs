namespace MovieRec.Engine.Binary;

/// <summary>ZigZag encoding: maps signed to unsigned integers so that small magnitudes stay small.</summary>
/// <remarks>0, -1, 1, -2 become 0, 1, 2, 3.</remarks>
internal static class ZigZag
{
    public static ulong Encode(long number) => (ulong)((number << 1) ^ (number >> 63));

    public static long Decode(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);
}
