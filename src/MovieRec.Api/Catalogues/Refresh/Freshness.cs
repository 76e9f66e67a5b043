namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>How old what was written down is.</summary>
internal static class Freshness
{
    /// <summary>Clocks of two machines are never one.</summary>
    private static readonly TimeSpan s_apart = TimeSpan.FromHours(1);

    /// <summary>Whether <paramref name="at"/> is less than <paramref name="age"/> ago. A time to come was written while a clock was wrong,
    /// and counts as
    /// long ago: else nothing would be looked after until then.</summary>
    public static bool IsWithin(DateTimeOffset? at, TimeSpan age, DateTimeOffset now) =>
        at is { } then && now - then < age && then - now < s_apart;
}
