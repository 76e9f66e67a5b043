using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.UserPool;

/// <summary>
/// The code that an unconfirmed user was sent last (table <c>confirmation_codes</c>), good for <see cref="Lifetime"/>: late ones answer
/// ExpiredCodeException. How often one may be tried is counted by email, in <see cref="Attempts.Confirm"/>.
/// </summary>
internal static class ConfirmationCodes
{
    private static readonly Statement s_find = new("SELECT code_hash, expires_at FROM confirmation_codes WHERE user_id = ?1");

    private static readonly Statement s_keep =
        new("INSERT OR REPLACE INTO confirmation_codes (user_id, code_hash, expires_at) VALUES (?1, ?2, ?3)");

    private static readonly Statement s_use = new("DELETE FROM confirmation_codes WHERE user_id = ?1 AND code_hash = ?2");

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    public static void Keep(Session session, string userId, string codeHash, DateTimeOffset now) =>
        session.Execute(s_keep, userId, codeHash, (now + Lifetime).ToUnixTimeMilliseconds());

    /// <returns>The hash to try; or why there is no try.</returns>
    public static Outcome<string> Find(Session session, string userId, DateTimeOffset now)
    {
        using var row = session.Query(s_find, userId);
        if (!row.Read())
            return PoolFailures.CodeMismatch;
        return row.Time(1) <= now ? PoolFailures.ExpiredCode : row.Text(0);
    }

    /// <returns>False where it is no longer the user's code.</returns>
    public static bool Use(Session session, string userId, string codeHash) => session.Execute(s_use, userId, codeHash) == 1;
}
