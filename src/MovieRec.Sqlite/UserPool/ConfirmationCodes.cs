using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Last code sent to an unconfirmed user (table <c>confirmation_codes</c>), valid for <see cref="Lifetime"/>.</summary>
/// <remarks>
/// An expired code is rejected with ExpiredCodeException. Attempts are counted per email, in <see cref="Attempts.Confirm"/>.
/// </remarks>
internal static class ConfirmationCodes
{
    private static readonly Statement s_find = new("SELECT code_hash, expires_at FROM confirmation_codes WHERE user_id = ?1");

    private static readonly Statement s_keep =
        new("INSERT OR REPLACE INTO confirmation_codes (user_id, code_hash, expires_at) VALUES (?1, ?2, ?3)");

    private static readonly Statement s_use = new("DELETE FROM confirmation_codes WHERE user_id = ?1 AND code_hash = ?2");

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    public static void Keep(Session session, string userId, string codeHash, DateTimeOffset now) =>
        session.Execute(s_keep, userId, codeHash, (now + Lifetime).ToUnixTimeMilliseconds());

    /// <returns>The hash of the code, or the failure if there is no valid code.</returns>
    public static Outcome<string> Find(Session session, string userId, DateTimeOffset now)
    {
        using var row = session.Query(s_find, userId);
        if (!row.Read())
            return PoolFailures.CodeMismatch;
        return row.Time(1) <= now ? PoolFailures.ExpiredCode : row.Text(0);
    }

    /// <returns>False if the code is no longer the user's.</returns>
    public static bool Use(Session session, string userId, string codeHash) => session.Execute(s_use, userId, codeHash) == 1;
}
