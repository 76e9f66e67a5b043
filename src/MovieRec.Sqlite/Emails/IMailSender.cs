namespace MovieRec.Sqlite.Emails;

/// <summary>Sender of the local user pool's mail.</summary>
public interface IMailSender
{
    /// <summary>Sends a mail, which is delivered when the task completes.</summary>
    Task SendAsync(Mail mail, CancellationToken cancellationToken);
}

/// <summary>A mail with a verification code.</summary>
/// <param name="Code">The code that <paramref name="Body"/> names.</param>
public sealed record Mail(string To, string Subject, string Body, string Code, DateTimeOffset SentAt);
