using System.Collections.Concurrent;
using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.Tests.UserPool;

/// <summary>Mail sender that keeps mail in memory, so that the database holds only the pool's own data.</summary>
internal sealed class RecordingMailbox : IMailSender
{
    private readonly ConcurrentQueue<Mail> _mails = [];

    public IReadOnlyList<Mail> Mails => [.. _mails];

    public string NewestCodeTo(string email) => _mails.Last(mail => mail.To.Equals(email, StringComparison.OrdinalIgnoreCase)).Code;

    public Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        _mails.Enqueue(mail);
        return Task.CompletedTask;
    }
}
