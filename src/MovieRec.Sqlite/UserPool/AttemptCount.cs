namespace MovieRec.Sqlite.UserPool;

/// <summary>Number of attempts, with the rules by which it blocks further ones.</summary>
/// <param name="BlockedUntil">Time until which no attempt is allowed.</param>
/// <param name="ForgetAt">Time from which the count is 0 again.</param>
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
    /// The n-th locks for 2^(n-5) seconds from the fifth on, at most 15 minutes. Attempts while locked are not counted, and 15 minutes
    /// without an attempt after the lock reset the count. The lock-out of ASP.NET Core Identity has a fixed duration and counts only for
    /// existing users, so that a lock would reveal that an account exists.
    /// </remarks>
    public AttemptCount WrongPassword(DateTimeOffset now)
    {
        var count = Count + 1;
        var seconds = count < FreePasswords ? 0 : Math.Pow(2, Math.Min(count - FreePasswords, 30));
        var until = now + TimeSpan.FromSeconds(Math.Min(seconds, s_longestLockOut.TotalSeconds));
        return new AttemptCount(count, until, until + s_longestLockOut);
    }

    /// <summary>Counts a tried code, right or wrong; after <see cref="MaxCodes"/>, none is accepted until a new code is sent.</summary>
    /// <remarks>The count outlives the code that was tried first, so no code can be tried more often than that.</remarks>
    public AttemptCount CodeTried(DateTimeOffset now)
    {
        var forgetAt = Count == 0 ? now + ConfirmationCodes.Lifetime : ForgetAt;
        return new AttemptCount(Count + 1, Count + 1 < MaxCodes ? now : forgetAt, forgetAt);
    }

    /// <summary>Counts a requested code; after <see cref="MaxResends"/> within an hour of the first, none is sent until that hour
    /// ends.</summary>
    public AttemptCount Resent(DateTimeOffset now)
    {
        var periodEnd = Count == 0 ? now + ResendPeriod : ForgetAt;
        return new AttemptCount(Count + 1, Count + 1 < MaxResends ? now : periodEnd, periodEnd);
    }
}
