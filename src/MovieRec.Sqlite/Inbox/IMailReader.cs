using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.Inbox;

/// <summary>The mail accounts of all users on one machine.</summary>
public interface IMailReader
{
    /// <summary>Reads the mails to <paramref name="email"/>, in any case; those to all addresses if null; newest last.</summary>
    Task<IReadOnlyList<Mail>> ReadAsync(string? email, CancellationToken cancellationToken);
}
