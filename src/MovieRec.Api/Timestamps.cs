using System.Globalization;

namespace MovieRec.Api;

/// <summary>Times on the wire and in storage: UTC, to the millisecond, <c>2026-11-22T10:15:30.123Z</c>.</summary>
public static class Timestamps
{
    public static DateTimeOffset ToMilliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
