using MovieRec.Api.Http;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.UserPool;

/// <summary>
/// The code that an unconfirmed user was sent last (table <c>confirmation_codes</c>). It is good for <see cref="Lifetime"/> and
/// <see cref="MaxTries"/> tries: wrong ones answer CodeMismatchException, further ones LimitExceededException, right or wrong, and
/// late ones ExpiredCodeException. A fresh code starts anew.
/// </summary>
internal static class ConfirmationCodes
{
    public const int MaxTries = 5;

    private static readonly Statement s_find = new("SELECT code_hash, expires_at, tries FROM confirmation_codes WHERE user_id = ?1");

    private static readonly Statement s_keep =
        new("INSERT OR REPLACE INTO confirmation_codes (user_id, code_hash, expires_at) VALUES (?1, ?2, ?3)");

    private static readonly Statement s_count = new("UPDATE confirmation_codes SET tries = tries + 1 WHERE user_id = ?1");

    private static readonly Statement s_use = new("DELETE FROM confirmation_codes WHERE user_id = ?1 AND code_hash = ?2");

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    public static void Keep(Session session, string userId, string codeHash, DateTimeOffset now) =>
        session.Execute(s_keep, userId, codeHash, (now + Lifetime).ToUnixTimeMilliseconds());

    /// <summary>Counts a try before it is made, so that tries at once cannot be more than one after another.</summary>
    /// <returns>The hash to try; or why there is no try.</returns>
    public static Outcome<string> Try(Session session, string userId, DateTimeOffset now)
    {
        string hash;
        using (var row = session.Query(s_find, userId))
        {
            if (!row.Read())
                return PoolFailures.CodeMismatch;
            if (row.Time(1) <= now)
                return PoolFailures.ExpiredCode;
            if ((int)row.Integer(2) >= MaxTries)
                return PoolFailures.LimitExceeded;
            hash = row.Text(0);
        }
        session.Execute(s_count, userId);
        return hash;
    }

    /// <returns>False where it is no longer the user's code.</returns>
    public static bool Use(Session session, string userId, string codeHash) => session.Execute(s_use, userId, codeHash) == 1;
}
