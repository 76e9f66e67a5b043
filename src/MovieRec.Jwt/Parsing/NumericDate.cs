namespace MovieRec.Jwt.Parsing;

/// <summary>Dates of RFC 7519, section 2: seconds since 1970-01-01T00:00:00Z, fractions allowed.</summary>
/// <remarks>
/// Read here because JsonWebToken rounds to whole seconds, accepts strings as numbers, and cuts years beyond 9999 short.
/// </remarks>
internal static class NumericDate
{
    private static readonly double Least = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly double Most = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Returns false for NaN, infinity (<c>1e309</c>) and dates outside the calendar.</summary>
    public static bool IsUsable(double seconds) => seconds >= Least && seconds <= Most;

    public static DateTimeOffset ToDate(double seconds) => DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
}
