using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.Sqlite.Inbox;

/// <summary>
/// Stands in for everybody's mail account on one machine: keeps the newest <see cref="Capacity"/> mails over restarts, as mail
/// accounts do. It is the one place where codes are kept as they are; the user pool keeps hashes alone.
/// </summary>
public sealed class SqliteInbox(MovieRecDatabase database) : IMailbox, IInbox
{
    public const int Capacity = 200;

    private static readonly Statement s_deliver =
        new("INSERT INTO inbox (recipient, email_key, subject, body, code, sent_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    private static readonly Statement s_trim = new($"DELETE FROM inbox WHERE id <= (SELECT max(id) FROM inbox) - {Capacity}");

    private static readonly Statement s_read =
        new("SELECT recipient, subject, body, code, sent_at FROM inbox WHERE ?1 IS NULL OR email_key = ?1 ORDER BY id");

    public Task SendAsync(Mail mail, CancellationToken cancellationToken) =>
        database.WriteAsync(mail, static (session, mail) =>
        {
            session.Execute(s_deliver, mail.To, EmailAddress.Of(mail.To).Key, mail.Subject, mail.Body, mail.Code,
                mail.SentAt.ToUnixTimeMilliseconds());
            return session.Execute(s_trim);
        }, cancellationToken);

    public Task<IReadOnlyList<Mail>> ReadAsync(string? email, CancellationToken cancellationToken) =>
        database.ReadAsync(email is null ? null : EmailAddress.Of(email).Key, static (session, key) =>
        {
            var mails = new List<Mail>();
            using var rows = session.Query(s_read, key);
            while (rows.Read())
                mails.Add(new Mail(rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3), rows.Time(4)));
            return (IReadOnlyList<Mail>)mails;
        }, cancellationToken);
}
