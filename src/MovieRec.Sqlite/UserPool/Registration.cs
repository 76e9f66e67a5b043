using Microsoft.Extensions.Logging;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Registration of an account: sign-up, code, confirmation.</summary>
internal sealed class Registration(MovieRecDatabase database, SecretHasher hasher, IMailSender mailbox, TimeProvider clock, ILogger logger)
{
    public async Task<Outcome<string>> SignUpAsync(EmailAddress email, string password, CancellationToken cancellationToken)
    {
        if (!email.IsValid)
            return PoolFailures.InvalidEmail;
        if (PasswordPolicy.Problem(password) is { } problem)
            return PoolFailures.InvalidPassword(problem);

        var now = clock.GetUtcNow();
        var code = RandomIds.Code();
        var user = new User(RandomIds.Uuid(), email.Text, hasher.Hash(password), IsConfirmed: false);
        var outcome = await database.WriteAsync((user, email, codeHash: hasher.Hash(code), now), static (session, add) =>
        {
            Users.Forget(session, add.now);
            var earlier = Users.Find(session, add.email);
            if (earlier is not null && Replaceable(session, earlier, add.email, add.now) is { } failure)
                return (Outcome<string>)failure;
            var id = earlier?.Id ?? add.user.Id;
            Users.Keep(session, id, add.email, add.user.PasswordHash, add.now);
            ConfirmationCodes.Keep(session, id, add.codeHash, add.now);
            Attempts.Confirm.Clear(session, add.email.Hash);
            return (Outcome<string>)id;
        }, cancellationToken);
        if (!outcome.Succeeded(out var userId, out _))
            return outcome;

        Log.SignedUp(logger, userId);
        await SendCodeAsync(user.Email, code, now);
        return userId;
    }

    /// <summary>Returns the failure if a sign-up may not replace the account; an email belongs to the user who confirms it.</summary>
    /// <remarks>
    /// The sign-up is counted as a requested code: otherwise repeated sign-ups would allow more attempts than that limit.
    /// </remarks>
    private static Failure? Replaceable(Session session, User earlier, EmailAddress email, DateTimeOffset now)
    {
        if (earlier.IsConfirmed)
            return PoolFailures.UsernameExists;
        var codes = Attempts.Resend.Find(session, email.Hash, now);
        if (codes.IsBlocked(now))
            return PoolFailures.LimitExceeded;
        Attempts.Resend.Keep(session, email.Hash, codes.Resent(now), now);
        return null;
    }

    public async Task<Failure?> ConfirmAsync(EmailAddress email, string code, CancellationToken cancellationToken)
    {
        // The attempt is counted before the code is checked, so that concurrent attempts cannot exceed the limit. It is counted for emails
        // without an account too, so that the limit does not reveal them.
        var (userId, attempt) = await database.WriteAsync((email, now: clock.GetUtcNow()), static (session, find) =>
        {
            var attempts = Attempts.Confirm.Find(session, find.email.Hash, find.now);
            if (attempts.IsBlocked(find.now))
                return ("", PoolFailures.LimitExceeded);
            Attempts.Confirm.Keep(session, find.email.Hash, attempts.CodeTried(find.now), find.now);
            return Users.Find(session, find.email) is { IsConfirmed: false } user
                ? (user.Id, ConfirmationCodes.Find(session, user.Id, find.now))
                : ("", PoolFailures.CodeMismatch);
        }, cancellationToken);

        // If there is no account, the code is compared with a dummy hash, so that both cases take the same time.
        attempt.Succeeded(out var codeHash, out var failure);
        if (!hasher.IsRight(codeHash, code))
            return failure ?? PoolFailures.CodeMismatch;

        var isConfirmed = await database.WriteAsync((userId, email, codeHash: codeHash!), static (session, use) =>
        {
            if (!ConfirmationCodes.Use(session, use.userId, use.codeHash))
                return false;
            Users.Confirm(session, use.userId);
            Attempts.Confirm.Clear(session, use.email.Hash);
            return true;
        }, cancellationToken);
        if (!isConfirmed)
            return PoolFailures.CodeMismatch;

        Log.Confirmed(logger, userId);
        return null;
    }

    public async Task<Failure?> ResendAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var code = RandomIds.Code();
        // The code is hashed and counted for emails without an account too, so that neither the time nor the limit reveals them.
        var (failure, recipient) = await database.WriteAsync((email, codeHash: hasher.Hash(code), now), static (session, resend) =>
        {
            Users.Forget(session, resend.now);
            var attempts = Attempts.Resend.Find(session, resend.email.Hash, resend.now);
            if (attempts.IsBlocked(resend.now))
                return (PoolFailures.LimitExceeded, null);
            Attempts.Resend.Keep(session, resend.email.Hash, attempts.Resent(resend.now), resend.now);
            Attempts.Confirm.Clear(session, resend.email.Hash);
            if (Users.Find(session, resend.email) is not { IsConfirmed: false } user)
                return (default(Failure), default(string));
            ConfirmationCodes.Keep(session, user.Id, resend.codeHash, resend.now);
            return (null, user.Email);
        }, cancellationToken);

        if (recipient is not null)
            await SendCodeAsync(recipient, code, now);
        return failure;
    }

    /// <summary>Sends a code; it ignores the request's cancellation, since the code is already valid and its mail must be sent.</summary>
    private Task SendCodeAsync(string to, string code, DateTimeOffset now) => mailbox.SendAsync(
        new Mail(to, "Your MovieRec verification code",
            $"Your verification code is {code}. It is valid for {ConfirmationCodes.Lifetime.TotalMinutes} minutes.", code, now),
        CancellationToken.None);
}
