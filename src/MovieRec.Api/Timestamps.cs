using System.Globalization;

namespace MovieRec.Api;

/// <summary>Times on the wire and in storage: UTC, to the millisecond, <c>2026-11-22T10:15:30.123Z</c>.</summary>
public static class Timestamps
{
    public static DateTimeOffset ToMilliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    /// <summary>To the second, which is what tables expire items by.</summary>
    public static DateTimeOffset ToSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    public static string Text(DateTimeOffset time)
    {
        // "O" has a fast path and seven decimals, of which three are wanted; a format of our own is parsed at every call.
        Span<char> text = stackalloc char[33];
        time.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[23] = 'Z';
        return new string(text[..24]);
    }
}
