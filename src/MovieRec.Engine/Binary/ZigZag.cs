namespace MovieRec.Engine.Binary;

/// <summary>ZigZag encoding: 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4, so that numbers of small magnitude stay small.</summary>
internal static class ZigZag
{
    public static ulong Encode(long number) => (ulong)((number << 1) ^ (number >> 63));

    public static long Decode(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);
}
