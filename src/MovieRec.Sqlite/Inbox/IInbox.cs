namespace MovieRec.Sqlite.Inbox;

/// <summary>Everybody's mail account on one machine.</summary>
public interface IInbox
{
    /// <summary>The mails to <paramref name="email"/>, in any case; to everybody where it is null. Newest last.</summary>
    Task<IReadOnlyList<Mail>> ReadAsync(string? email, CancellationToken cancellationToken);
}
