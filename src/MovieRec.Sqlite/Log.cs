using Microsoft.Extensions.Logging;

namespace MovieRec.Sqlite;

/// <summary>What this project logs. A user is named by <c>sub</c>, never by email.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Database brought from version {From} to {To}")]
    public static partial void DatabaseMigrated(ILogger logger, int from, int to);
}
