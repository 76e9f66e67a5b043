using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Lookup of accounts by email, for tasks of the operator, who can read the whole database anyway.</summary>
public sealed class UserDirectory(MovieRecDatabase database)
{
    /// <summary>Finds the account of an email, ignoring case; returns null if there is none.</summary>
    public Task<KnownUser?> FindAsync(string email, CancellationToken cancellationToken) =>
        database.ReadAsync(EmailAddress.Parse(email), static (session, email) =>
            Users.Find(session, email) is { } user ? new KnownUser(user.Id, user.IsConfirmed) : null, cancellationToken);
}

/// <summary>Account of a user.</summary>
/// <param name="UserId">The <c>sub</c>, the key of all of the user's data.</param>
/// <param name="IsConfirmed">True if the user has confirmed the email.</param>
public sealed record KnownUser(string UserId, bool IsConfirmed);
