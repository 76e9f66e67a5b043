namespace MovieRec.LocalHost;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} {Milliseconds:F2} ms {RequestId}")]
    public static partial void RequestCompleted(
        this ILogger log, string method, string route, int status, double milliseconds, string requestId);

    [LoggerMessage(2, LogLevel.Information, "Token rejected: {Reason}, expected {Expected}, actual {Actual}")]
    public static partial void TokenRefused(this ILogger log, string reason, string? expected, string? actual);

    [LoggerMessage(4, LogLevel.Information, "Trained the model on {Entries} list entries in {Seconds:F1} s")]
    public static partial void Learnt(this ILogger log, int entries, double seconds);

    [LoggerMessage(5, LogLevel.Error, "Training the model on the lists failed; the current model is kept")]
    public static partial void NotLearnt(this ILogger log, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "Tokens cannot be verified: {Reason}")]
    public static partial void KeysUnavailable(this ILogger log, string reason);

    /// <param name="outcome">A fixed word; the function's own message is in its log lines.</param>
    [LoggerMessage(8, LogLevel.Error, "{Function}Function gave no response: {Outcome} {RequestId}")]
    public static partial void InvocationFailed(this ILogger log, Api.FunctionName function, string outcome, string requestId);

    [LoggerMessage(6, LogLevel.Error, "The catalogue is not refreshed any more: {Reason}")]
    public static partial void SourceRefused(this ILogger log, string reason);

    [LoggerMessage(9, LogLevel.Warning, "Other users of this machine could read or write {Path}; they no longer can")]
    public static partial void MadePrivate(this ILogger log, string path);

    [LoggerMessage(7, LogLevel.Error, "The refresh of the catalogue failed; the current one is kept, and the refresh is retried")]
    public static partial void NotRefreshed(this ILogger log, Exception exception);
}
