using Microsoft.Extensions.Logging;

namespace MovieRec.Sqlite;

/// <summary>Log messages of this project; a user is named by <c>sub</c>, never by email.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Database migrated from version {From} to {To}")]
    public static partial void DatabaseMigrated(ILogger logger, int from, int to);

    [LoggerMessage(2, LogLevel.Information, "User {Sub} signed up")]
    public static partial void SignedUp(ILogger logger, string sub);

    [LoggerMessage(3, LogLevel.Information, "User {Sub} confirmed")]
    public static partial void Confirmed(ILogger logger, string sub);

    [LoggerMessage(4, LogLevel.Information, "User {Sub} signed in")]
    public static partial void SignedIn(ILogger logger, string sub);

    [LoggerMessage(5, LogLevel.Information, "Sign-in rejected: failure {Count} in a row for this email")]
    public static partial void WrongPassword(ILogger logger, int count);
}
