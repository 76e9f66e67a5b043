namespace MovieRec.LocalHost;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} {Milliseconds:F2} ms {RequestId}")]
    public static partial void RequestAnswered(
        this ILogger log, string method, string route, int status, double milliseconds, string requestId);

    [LoggerMessage(2, LogLevel.Information, "Token refused: {Reason}, expected {Expected}, actual {Actual}")]
    public static partial void TokenRefused(this ILogger log, string reason, string? expected, string? actual);

    [LoggerMessage(3, LogLevel.Error, "Tokens cannot be verified: {Reason}")]
    public static partial void KeysUnavailable(this ILogger log, string reason);
}
