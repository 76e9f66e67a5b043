using Microsoft.Extensions.Logging;

namespace MovieRec.Api;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} {Verb} {Path} failed")]
    public static partial void FunctionFailed(this ILogger log, string requestId, string verb, string path, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The catalogue could not be read; the one at hand goes on serving")]
    public static partial void CatalogueNotRead(this ILogger log, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "The recommendation model is left out: {Reason}")]
    public static partial void ModelRefused(this ILogger log, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The recommendation model could not be read; the service goes on as it was")]
    public static partial void ModelNotRead(this ILogger log, Exception exception);

    [LoggerMessage(6, LogLevel.Information, "Recommendation model {Version}: {Titles} titles, learnt from {Users} users")]
    public static partial void ModelRead(this ILogger log, string version, int titles, int users);

    [LoggerMessage(3, LogLevel.Warning, "Request {RequestId} {Verb} {Path}: a service behind it is not available")]
    public static partial void ServiceUnavailable(this ILogger log, string requestId, string verb, string path, Exception exception);

    [LoggerMessage(7, LogLevel.Error, "The catalogue {Version} is not used: {Reason}")]
    public static partial void SnapshotRefused(this ILogger log, string version, string reason);

    [LoggerMessage(8, LogLevel.Information, "The catalogue {Version} of {Titles} titles is in force")]
    public static partial void SnapshotPublished(this ILogger log, string version, int titles);

    [LoggerMessage(9, LogLevel.Warning, "The source of titles is not available")]
    public static partial void SourceUnavailable(this ILogger log, Exception exception);

    [LoggerMessage(10, LogLevel.Error, "The source of titles refuses us: {Reason}")]
    public static partial void SourceRefused(this ILogger log, string reason);

    [LoggerMessage(
        11, LogLevel.Information,
        "Refresh {End}: {Fetched} fetched, {Gone} gone, {Matched} matched, {Pending} pending; in force is {Version}")]
    public static partial void Refreshed(
        this ILogger log, Catalogues.Refresh.RefreshEnd end, int fetched, int gone, int matched, int pending, string? version);
}
