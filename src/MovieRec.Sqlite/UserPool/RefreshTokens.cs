using System.Security.Cryptography;
using System.Text;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Sign-in that refresh tokens continue.</summary>
/// <param name="OriginJti">The <c>origin_jti</c> of all its tokens.</param>
/// <param name="AuthTime">Time at which the user signed in with the password.</param>
internal sealed record SignInSession(string UserId, string Email, string OriginJti, DateTimeOffset AuthTime);

/// <summary>Store of refresh tokens, which contains only their SHA-256 hashes (table <c>refresh_tokens</c>).</summary>
/// <remarks>They are long and random, so they need no salt or slow hash.</remarks>
internal static class RefreshTokens
{
    private static readonly Statement s_find = new("""
        SELECT user_id, email, origin_jti, auth_time FROM refresh_tokens JOIN users USING (user_id)
        WHERE token_hash = ?1 AND expires_at > ?2
        """);

    private static readonly Statement s_keep =
        new("INSERT INTO refresh_tokens (token_hash, user_id, origin_jti, auth_time, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)");

    private static readonly Statement s_forget = new("DELETE FROM refresh_tokens WHERE expires_at <= ?1");

    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(30);

    public static SignInSession? Find(Session session, string token, DateTimeOffset now)
    {
        using var row = session.Query(s_find, GetHash(token), now.ToUnixTimeMilliseconds());
        return row.Read() ? new SignInSession(row.Text(0), row.Text(1), row.Text(2), row.Time(3)) : null;
    }

    public static void Keep(Session session, string token, SignInSession signIn)
    {
        session.Execute(s_forget, signIn.AuthTime.ToUnixTimeMilliseconds());
        session.Execute(s_keep, GetHash(token), signIn.UserId, signIn.OriginJti, signIn.AuthTime.ToUnixTimeMilliseconds(),
            (signIn.AuthTime + Lifetime).ToUnixTimeMilliseconds());
    }

    private static byte[] GetHash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
