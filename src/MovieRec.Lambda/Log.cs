using Microsoft.Extensions.Logging;

namespace MovieRec.Lambda;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Critical, "The function cannot start")]
    public static partial void StartFailed(this ILogger log, Exception exception);

    [LoggerMessage(2, LogLevel.Critical, "The function ends")]
    public static partial void RuntimeApiLost(this ILogger log, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "The invocation failed")]
    public static partial void InvocationFailed(this ILogger log, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "Tokens cannot be verified: {Reason}")]
    public static partial void LayerUnavailable(this ILogger log, string reason);

    [LoggerMessage(5, LogLevel.Information, "Token rejected: {Reason}, expected {Expected}, actual {Actual}")]
    public static partial void TokenRefused(this ILogger log, string reason, string? expected, string? actual);

    [LoggerMessage(6, LogLevel.Error, "Tokens cannot be verified: no keys from {Address}: {Reason}")]
    public static partial void KeysUnavailable(this ILogger log, Uri address, string reason);

    [LoggerMessage(9, LogLevel.Warning, "The catalogue has no titles: publish or refresh it")]
    public static partial void CatalogueEmpty(this ILogger log);

    [LoggerMessage(7, LogLevel.Information, "The current catalogue is {Version} with {Titles} titles")]
    public static partial void CurrentCatalogue(this ILogger log, string version, int titles);
}
