using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Which account an email has, for the operator's tasks: whoever may ask can read the whole file.</summary>
public sealed class UserDirectory(MovieRecDatabase database)
{
    /// <summary>The account of an email, in any case; null where there is none.</summary>
    public Task<KnownUser?> FindAsync(string email, CancellationToken cancellationToken) =>
        database.ReadAsync(EmailAddress.Parse(email), static (session, email) =>
            Users.Find(session, email) is { } user ? new KnownUser(user.Id, user.IsConfirmed) : null, cancellationToken);
}

/// <summary>An account.</summary>
/// <param name="UserId">The <c>sub</c>, by which everything of the user is kept.</param>
/// <param name="IsConfirmed">Whether the email has been shown to be the user's.</param>
public sealed record KnownUser(string UserId, bool IsConfirmed);
