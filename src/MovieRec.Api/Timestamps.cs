using System.Globalization;

namespace MovieRec.Api;

/// <summary>Times on the wire and in storage: UTC, to the millisecond, <c>2026-11-22T10:15:30.123Z</c>.</summary>
public static class Timestamps
{
    public static DateTimeOffset ToMilliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    /// <summary>Rounds down to whole seconds, the resolution of a table's TTL.</summary>
    public static DateTimeOffset ToSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    public static string Text(DateTimeOffset time)
    {
        // "O" has a fast path and seven decimals, of which three are needed; a custom format would be parsed on every call.
        Span<char> text = stackalloc char[33];
        time.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[23] = 'Z';
        return new string(text[..24]);
    }
}
