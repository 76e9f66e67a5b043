using MovieRec.Emulators;
using MovieRec.Sqlite.Emails;
using MovieRec.Sqlite.Inbox;

namespace MovieRec.LocalHost.Packaged;

/// <summary>The mail that cognito-local would have sent: the newest code of each account that is not confirmed.</summary>
internal sealed class CognitoInbox(CognitoLocal cognito) : IMailReader
{
    public async Task<IReadOnlyList<Mail>> ReadAsync(string? email, CancellationToken cancellationToken)
    {
        var codes = await cognito.CodesAsync(cancellationToken);
        return [.. codes
            .Where(code => email is null || code.Email.Equals(email, StringComparison.OrdinalIgnoreCase))
            .Select(code =>
                new Mail(code.Email, "Your verification code", $"Your confirmation code is {code.Code}", code.Code, code.SentAt))];
    }
}
