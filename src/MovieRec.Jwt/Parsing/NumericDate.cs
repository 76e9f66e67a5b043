namespace MovieRec.Jwt.Parsing;

/// <summary>
/// RFC 7519, section 2: seconds since 1970-01-01T00:00:00Z, fractions allowed. Read here because JsonWebToken rounds to whole
/// seconds, takes strings for numbers and cuts years beyond 9999 short.
/// </summary>
internal static class NumericDate
{
    private static readonly double Least = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly double Most = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>False for NaN, for infinity (<c>1e309</c>) and for what no calendar holds.</summary>
    public static bool IsUsable(double seconds) => seconds >= Least && seconds <= Most;

    public static DateTimeOffset ToDate(double seconds) => DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
}
