using Microsoft.Extensions.Logging;

namespace MovieRec.Api;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} {Verb} {Path} failed")]
    public static partial void FunctionFailed(this ILogger log, string requestId, string verb, string path, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The catalogue could not be read; the one at hand goes on serving")]
    public static partial void CatalogueNotRead(this ILogger log, Exception exception);
}
