using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.Inbox;

/// <summary>The mail accounts of all users on one machine.</summary>
public interface IMailReader
{
    /// <summary>The mails to <paramref name="email"/>, in any case; the newest of all addresses if it is null. Newest last.</summary>
    Task<IReadOnlyList<Mail>> ReadAsync(string? email, CancellationToken cancellationToken);
}
