using Microsoft.Extensions.Logging;
using MovieRec.Api.Auth;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Sign-in with a password, and with a refresh token.</summary>
internal sealed class SignIns(MovieRecDatabase database, SecretHasher hasher, TokenIssuer issuer, TimeProvider clock, ILogger logger)
{
    /// <summary>Locks by email, so that passwords for one email are tried one after another.</summary>
    /// <remarks>
    /// Otherwise many could be tried concurrently before the first failure is counted. Emails share a fixed number of locks, so that
    /// invented emails do not add locks.
    /// </remarks>
    private readonly SemaphoreSlim[] _trying = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task<Outcome<IssuedTokens>> SignInAsync(EmailAddress email, string password, CancellationToken cancellationToken)
    {
        var emailHash = email.Hash;
        var trying = _trying[emailHash[0] % _trying.Length];
        await trying.WaitAsync(cancellationToken);
        try
        {
            var checkedUser = await CheckAsync(email, emailHash, password, cancellationToken);
            if (!checkedUser.Succeeded(out var user, out var failure))
                return failure;
            return await IssueAsync(user, emailHash, cancellationToken);
        }
        finally
        {
            trying.Release();
        }
    }

    public async Task<Outcome<RefreshedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var signIn = await database.ReadAsync((refreshToken, now), static (session, find) =>
            RefreshTokens.Find(session, find.refreshToken, find.now), cancellationToken);
        if (signIn is null)
            return PoolFailures.InvalidRefreshToken;
        var (access, id) = issuer.Issue(signIn, now);
        return new RefreshedTokens(access, id, TokenIssuer.LifetimeSeconds);
    }

    private async Task<Outcome<User>> CheckAsync(EmailAddress email, byte[] emailHash, string password, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (attempts, user) = await database.ReadAsync((email, emailHash, now), static (session, find) =>
            (Attempts.SignIn.Find(session, find.emailHash, find.now), Users.Find(session, find.email)), cancellationToken);
        if (attempts.IsBlocked(now))
            return PoolFailures.LockedOut;
        if (hasher.IsRight(user?.PasswordHash, password, out var isOutdated))
        {
            if (isOutdated)
            {
                await database.WriteAsync((user: user!, hash: hasher.Hash(password)), static (session, keep) =>
                    Users.ReplaceHash(session, keep.user, keep.hash), cancellationToken);
            }

            return user!;
        }

        await database.WriteAsync((emailHash, after: attempts.WrongPassword(now), now), static (session, keep) =>
        {
            Attempts.SignIn.Keep(session, keep.emailHash, keep.after, keep.now);
            return keep.after;
        }, cancellationToken);
        Log.WrongPassword(logger, attempts.Count + 1);
        return PoolFailures.WrongPassword;
    }

    private async Task<Outcome<IssuedTokens>> IssueAsync(User user, byte[] emailHash, CancellationToken cancellationToken)
    {
        var signIn = new SignInSession(user.Id, user.Email, OriginJti: RandomIds.Uuid(), clock.GetUtcNow());
        var refreshToken = RandomIds.RefreshToken();
        await database.WriteAsync((user, emailHash, signIn, refreshToken), static (session, keep) =>
        {
            Attempts.SignIn.Clear(session, keep.emailHash);
            if (keep.user.IsConfirmed)
                RefreshTokens.Keep(session, keep.refreshToken, keep.signIn);
            return keep.user;
        }, cancellationToken);
        if (!user.IsConfirmed)
            return PoolFailures.NotConfirmed;

        Log.SignedIn(logger, user.Id);
        var (access, id) = issuer.Issue(signIn, signIn.AuthTime);
        return new IssuedTokens(access, id, refreshToken, TokenIssuer.LifetimeSeconds);
    }
}
