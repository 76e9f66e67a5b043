using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Numbers of attempts per email, with or without an account (table <c>attempts</c>).</summary>
/// <param name="purpose">Name of the operation that is counted.</param>
/// <param name="longest">Maximum lifetime of a count. One that expires later was written while a clock was ahead, and is ignored: otherwise
/// no attempt might be possible until then.</param>
internal sealed class Attempts(string purpose, TimeSpan longest)
{
    private static readonly Statement s_find =
        new("SELECT count, blocked_until, forget_at FROM attempts WHERE purpose = ?1 AND email_hash = ?2 AND forget_at > ?3 AND forget_at "
            + "<= ?4");

    private static readonly Statement s_keep = new("INSERT OR REPLACE INTO attempts VALUES (?1, ?2, ?3, ?4, ?5)");

    private static readonly Statement s_clear = new("DELETE FROM attempts WHERE purpose = ?1 AND email_hash = ?2");

    private static readonly Statement s_forget = new("DELETE FROM attempts WHERE forget_at <= ?1");

    public static Attempts SignIn { get; } = new("sign-in", AttemptCount.LongestSignIn);

    public static Attempts Confirm { get; } = new("confirm", ConfirmationCodes.Lifetime);

    public static Attempts Resend { get; } = new("resend", AttemptCount.ResendPeriod);

    /// <summary>Returns the count; zero if there is none or it has expired.</summary>
    public AttemptCount Find(Session session, byte[] emailHash, DateTimeOffset now)
    {
        using var row = session.Query(s_find, purpose, emailHash, now.ToUnixTimeMilliseconds(), (now + longest).ToUnixTimeMilliseconds());
        return row.Read() ? new AttemptCount((int)row.Integer(0), row.Time(1), row.Time(2)) : default;
    }

    public void Keep(Session session, byte[] emailHash, AttemptCount attempts, DateTimeOffset now)
    {
        session.Execute(s_forget, now.ToUnixTimeMilliseconds());
        session.Execute(s_keep, purpose, emailHash, attempts.Count, attempts.BlockedUntil.ToUnixTimeMilliseconds(),
            attempts.ForgetAt.ToUnixTimeMilliseconds());
    }

    public void Clear(Session session, byte[] emailHash) => session.Execute(s_clear, purpose, emailHash);
}
