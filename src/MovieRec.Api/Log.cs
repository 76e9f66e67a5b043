using Microsoft.Extensions.Logging;

namespace MovieRec.Api;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} {Verb} {Path} failed")]
    public static partial void FunctionFailed(this ILogger log, string requestId, string verb, string path, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The catalogue could not be read; the one at hand goes on serving")]
    public static partial void CatalogueNotRead(this ILogger log, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "Request {RequestId} {Verb} {Path}: a service behind it is not available")]
    public static partial void ServiceUnavailable(this ILogger log, string requestId, string verb, string path, Exception exception);
}
