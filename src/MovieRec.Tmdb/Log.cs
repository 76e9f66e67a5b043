using Microsoft.Extensions.Logging;

namespace MovieRec.Tmdb;

// Messages name a request by its endpoint and never contain its address, which contains the key and typed text.
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "TMDB, {Endpoint}: attempt {Attempt} failed ({Reason}); again in {DelayMs} ms")]
    public static partial void TryFailed(this ILogger log, string endpoint, int attempt, string reason, int delayMs);

    [LoggerMessage(2, LogLevel.Warning, "TMDB, {Endpoint}: given up after {Attempts} attempts ({Reason})")]
    public static partial void GivenUp(this ILogger log, string endpoint, int attempts, string reason);

    [LoggerMessage(3, LogLevel.Error, "TMDB, {Endpoint}: rejected with status {Status}, code {Code}")]
    public static partial void Refused(this ILogger log, string endpoint, int status, int code);

    [LoggerMessage(4, LogLevel.Error, "TMDB fails too often: the circuit breaker is open for {Seconds} s")]
    public static partial void OutageBegan(this ILogger log, double seconds);

    [LoggerMessage(5, LogLevel.Information, "TMDB is available again")]
    public static partial void OutageEnded(this ILogger log);

    [LoggerMessage(6, LogLevel.Warning, "TMDB, {Endpoint}: an unusable response ({Reason})")]
    public static partial void Unusable(this ILogger log, string endpoint, string reason);

    [LoggerMessage(7, LogLevel.Debug, "TMDB, {Endpoint}: status {Status}, {Bytes} bytes")]
    public static partial void Responded(this ILogger log, string endpoint, int status, int bytes);
}
