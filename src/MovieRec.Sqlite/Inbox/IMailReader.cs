using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.Inbox;

/// <summary>Reader of the mail of all users on one machine.</summary>
public interface IMailReader
{
    /// <summary>Reads the mails to <paramref name="email"/>, ignoring case, or to all addresses if it is null; newest last.</summary>
    Task<IReadOnlyList<Mail>> ReadAsync(string? email, CancellationToken cancellationToken);
}
