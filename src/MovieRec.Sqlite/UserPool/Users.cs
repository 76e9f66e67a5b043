using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Account with its password hash.</summary>
/// <param name="Id">The <c>sub</c>.</param>
internal sealed record User(string Id, string Email, string PasswordHash, bool IsConfirmed);

/// <summary>Statements on the table <c>users</c>.</summary>
internal static class Users
{
    private static readonly Statement s_find =
        new("SELECT user_id, email, password_hash, confirmed FROM users WHERE email_key = ?1");

    private static readonly Statement s_keep = new("""
        INSERT INTO users (user_id, email, email_key, password_hash, created_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (user_id) DO UPDATE SET email = ?2, password_hash = ?4, created_at = ?5
        """);

    private static readonly Statement s_replaceHash = new("UPDATE users SET password_hash = ?3 WHERE user_id = ?1 AND password_hash = ?2");

    private static readonly Statement s_forget = new("DELETE FROM users WHERE confirmed = 0 AND created_at <= ?1");

    private static readonly Statement s_confirm = new("UPDATE users SET confirmed = 1 WHERE user_id = ?1");

    /// <summary>Lifetime of an unconfirmed account.</summary>
    public static TimeSpan UnconfirmedLifetime { get; } = TimeSpan.FromDays(1);

    public static User? Find(Session session, EmailAddress email)
    {
        using var row = session.Query(s_find, email.Key);
        return row.Read() ? new User(row.Text(0), row.Text(1), row.Text(2), row.Integer(3) == 1) : null;
    }

    /// <summary>Adds an unconfirmed account, or replaces its password.</summary>
    public static void Keep(Session session, string userId, EmailAddress email, string passwordHash, DateTimeOffset now) =>
        session.Execute(s_keep, userId, email.Text, email.Key, passwordHash, now.ToUnixTimeMilliseconds());

    /// <summary>Replaces the hash of the same password, unless the password has changed meanwhile.</summary>
    public static int ReplaceHash(Session session, User user, string hash) =>
        session.Execute(s_replaceHash, user.Id, user.PasswordHash, hash);

    /// <summary>Removes the accounts, and their codes, that were not confirmed in time.</summary>
    public static void Forget(Session session, DateTimeOffset now) =>
        session.Execute(s_forget, (now - UnconfirmedLifetime).ToUnixTimeMilliseconds());

    public static void Confirm(Session session, string userId) => session.Execute(s_confirm, userId);
}
