using Microsoft.Extensions.Logging;

namespace MovieRec.Api;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} {Verb} {Path} failed")]
    public static partial void FunctionFailed(this ILogger log, string requestId, string verb, string path, Exception exception);
}
