using Microsoft.Extensions.Logging;
using MovieRec.Api.Auth;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.UserPool;

/// <summary>User pool on one machine that behaves as Cognito's does.</summary>
/// <remarks>
/// It uses the password hashing of ASP.NET Core Identity. Identity's UserManager counts failures only for existing users and locks for a
/// fixed time, so lock-out, codes and tokens are implemented here.
/// </remarks>
public sealed class LocalUserPool : IUserPool
{
    private readonly Registration _registration;
    private readonly SignIns _signIns;

    public LocalUserPool(MovieRecDatabase database, LocalPoolIdentity identity, LocalUserPoolOptions options, IMailSender mailbox,
        TimeProvider clock, ILogger<LocalUserPool> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        var hasher = new SecretHasher(options.HashIterations);
        _registration = new Registration(database, hasher, mailbox, clock, logger);
        _signIns = new SignIns(database, hasher, new TokenIssuer(identity, options.Issuer), clock, logger);
    }

    public Task<Outcome<string>> SignUpAsync(string email, string password, CancellationToken cancellationToken) =>
        _registration.SignUpAsync(EmailAddress.Parse(email), password, cancellationToken);

    public Task<Failure?> ConfirmSignUpAsync(string email, string code, CancellationToken cancellationToken) =>
        _registration.ConfirmAsync(EmailAddress.Parse(email), code, cancellationToken);

    public Task<Failure?> ResendConfirmationCodeAsync(string email, CancellationToken cancellationToken) =>
        _registration.ResendAsync(EmailAddress.Parse(email), cancellationToken);

    public Task<Outcome<IssuedTokens>> SignInAsync(string email, string password, CancellationToken cancellationToken) =>
        _signIns.SignInAsync(EmailAddress.Parse(email), password, cancellationToken);

    public Task<Outcome<RefreshedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        _signIns.RefreshAsync(refreshToken, cancellationToken);
}
