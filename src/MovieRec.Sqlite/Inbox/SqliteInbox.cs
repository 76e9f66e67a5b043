using MovieRec.Api;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Emails;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.Sqlite.Inbox;

/// <summary>Substitute for the mail accounts of all users on one machine; it survives restarts.</summary>
/// <remarks>Only this table stores codes in plain text; the user pool stores hashes.</remarks>
public sealed class SqliteInbox(MovieRecDatabase database) : IMailSender, IMailReader
{
    /// <summary>Maximum number of mails per address.</summary>
    public const int CapacityPerAddress = 10;

    /// <summary>Maximum number of mails.</summary>
    /// <remarks>
    /// It is more than the throttle of sign-ups admits while a code is valid, so no mail removes another user's valid code.
    /// </remarks>
    public static int Capacity { get; } = 2 * (int)(Throttling.Accounts.Rate * ConfirmationCodes.Lifetime.TotalSeconds);

    /// <summary>Maximum number of mails per read of all addresses.</summary>
    private const int PageSize = 200;

    private static readonly Statement s_deliver =
        new("INSERT INTO inbox (recipient, email_key, subject, body, code, sent_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    private static readonly Statement s_trim = new($"DELETE FROM inbox WHERE id <= (SELECT max(id) FROM inbox) - {Capacity}");

    private static readonly Statement s_trimAddress = new($"""
        DELETE FROM inbox WHERE email_key = ?1
        AND id <= (SELECT id FROM inbox WHERE email_key = ?1 ORDER BY id DESC LIMIT 1 OFFSET {CapacityPerAddress})
        """);

    private static readonly Statement s_readAll = new($"""
        SELECT * FROM (SELECT recipient, subject, body, code, sent_at, id FROM inbox ORDER BY id DESC LIMIT {PageSize}) ORDER BY id
        """);

    private static readonly Statement s_read =
        new("SELECT recipient, subject, body, code, sent_at FROM inbox WHERE email_key = ?1 ORDER BY id");

    public Task SendAsync(Mail mail, CancellationToken cancellationToken) =>
        database.WriteAsync(mail, static (session, mail) =>
        {
            var key = EmailAddress.Parse(mail.To).Key;
            session.Execute(s_deliver, mail.To, key, mail.Subject, mail.Body, mail.Code,
                mail.SentAt.ToUnixTimeMilliseconds());
            session.Execute(s_trimAddress, key);
            return session.Execute(s_trim);
        }, cancellationToken);

    public Task<IReadOnlyList<Mail>> ReadAsync(string? email, CancellationToken cancellationToken) =>
        database.ReadAsync(email is null ? null : EmailAddress.Parse(email).Key, static (session, key) =>
        {
            var mails = new List<Mail>();
            using var rows = key is null ? session.Query(s_readAll) : session.Query(s_read, key);
            while (rows.Read())
                mails.Add(new Mail(rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3), rows.Time(4)));
            return (IReadOnlyList<Mail>)mails;
        }, cancellationToken);
}
