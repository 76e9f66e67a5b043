namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Comparison of ages.</summary>
internal static class Freshness
{
    /// <summary>Clocks of two machines are never one.</summary>
    private static readonly TimeSpan s_apart = TimeSpan.FromHours(1);

    /// <summary>True if <paramref name="at"/> is less than <paramref name="age"/> ago.</summary>
    /// <remarks>
    /// A future time was written while a clock was wrong, and counts as long ago; otherwise nothing would be checked until then.
    /// </remarks>
    public static bool IsWithin(DateTimeOffset? at, TimeSpan age, DateTimeOffset now) =>
        at is { } then && now - then < age && then - now < s_apart;
}
