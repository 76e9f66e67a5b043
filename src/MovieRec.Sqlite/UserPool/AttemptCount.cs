namespace MovieRec.Sqlite.UserPool;

/// <summary>A count of attempts, and the rules by which it blocks further ones.</summary>
/// <param name="BlockedUntil">Until then nothing further is allowed.</param>
/// <param name="ForgetAt">From then on the count is nought again.</param>
internal readonly record struct AttemptCount(int Count, DateTimeOffset BlockedUntil, DateTimeOffset ForgetAt)
{
    private const int MaxResends = 5;
    private const int FreePasswords = 5;
    private const int MaxCodes = 5;

    private static readonly TimeSpan s_longestLockOut = TimeSpan.FromMinutes(15);

    public static TimeSpan ResendPeriod { get; } = TimeSpan.FromHours(1);

    /// <summary>Longest time for which wrong passwords are counted.</summary>
    public static TimeSpan LongestSignIn => 2 * s_longestLockOut;

    public bool IsBlocked(DateTimeOffset now) => now < BlockedUntil;

    /// <summary>Counts a wrong password and locks as Cognito does.</summary>
    /// <remarks>
    /// The n-th locks for 2^(n-5) seconds from the fifth on, at most 15 minutes. Tries while locked are not counted, and 15 minutes without
    /// a try after the lock reset the count. Identity's lock-out has one fixed duration and counts for existing users alone, so that
    /// locking would reveal who has an account.
    /// </remarks>
    public AttemptCount WrongPassword(DateTimeOffset now)
    {
        var count = Count + 1;
        var seconds = count < FreePasswords ? 0 : Math.Pow(2, Math.Min(count - FreePasswords, 30));
        var until = now + TimeSpan.FromSeconds(Math.Min(seconds, s_longestLockOut.TotalSeconds));
        return new AttemptCount(count, until, until + s_longestLockOut);
    }

    /// <summary>Counts a tried code, right or wrong: <see cref="MaxCodes"/>, then none until a new code is sent.</summary>
    /// <remarks>The count outlives its first code, so no code gets more tries than that.</remarks>
    public AttemptCount CodeTried(DateTimeOffset now)
    {
        var forgetAt = Count == 0 ? now + ConfirmationCodes.Lifetime : ForgetAt;
        return new AttemptCount(Count + 1, Count + 1 < MaxCodes ? now : forgetAt, forgetAt);
    }

    /// <summary>Counts a requested code: <see cref="MaxResends"/> within an hour of the first, then none until that hour is over.</summary>
    public AttemptCount Resent(DateTimeOffset now)
    {
        var periodEnd = Count == 0 ? now + ResendPeriod : ForgetAt;
        return new AttemptCount(Count + 1, Count + 1 < MaxResends ? now : periodEnd, periodEnd);
    }
}
