using Microsoft.Extensions.Logging;

namespace MovieRec.Api;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} {Verb} {Path} failed")]
    public static partial void FunctionFailed(this ILogger log, string requestId, string verb, string path, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The catalogue could not be read; the loaded one stays in use")]
    public static partial void CatalogueNotRead(this ILogger log, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "The recommendation model was rejected: {Reason}")]
    public static partial void ModelRefused(this ILogger log, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The recommendation model could not be read; the service continues without the change")]
    public static partial void ModelNotRead(this ILogger log, Exception exception);

    [LoggerMessage(6, LogLevel.Information, "Recommendation model {Version}: {Titles} titles, trained on {Users} users")]
    public static partial void ModelRead(this ILogger log, string version, int titles, int users);

    [LoggerMessage(3, LogLevel.Warning, "Request {RequestId} {Verb} {Path}: a dependency is not available")]
    public static partial void ServiceUnavailable(this ILogger log, string requestId, string verb, string path, Exception exception);

    [LoggerMessage(7, LogLevel.Error, "Snapshot {Version} was rejected: {Reason}")]
    public static partial void SnapshotRefused(this ILogger log, string version, string reason);

    [LoggerMessage(8, LogLevel.Information, "Snapshot {Version} with {Titles} titles was published")]
    public static partial void SnapshotPublished(this ILogger log, string version, int titles);

    [LoggerMessage(9, LogLevel.Warning, "The title source is not available")]
    public static partial void SourceUnavailable(this ILogger log, Exception exception);

    [LoggerMessage(10, LogLevel.Error, "The title source rejects the requests: {Reason}")]
    public static partial void SourceRefused(this ILogger log, string reason);

    [LoggerMessage(
        11, LogLevel.Information,
        "Refresh {End}: {Fetched} fetched, {Gone} gone, {Matched} matched, {Pending} pending; the current catalogue is {Version}")]
    public static partial void Refreshed(
        this ILogger log, Catalogues.Refresh.RefreshEnd end, int fetched, int gone, int matched, int pending, string? version);
}
