using System.Text.Json;
using Amazon.CDK.AWS.APIGateway;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>Format of an access log line: a JSON object per request.</summary>
/// <remarks>It contains no header, query, token, address or user, because a log must not reveal what a person did. <c>requestId</c> is the
/// id in error bodies and in the functions' logs.</remarks>
internal static class AccessLog
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal)
    {
        ["time"] = "$context.requestTimeEpoch",
        ["requestId"] = "$context.requestId",
        ["traceId"] = "$context.xrayTraceId",
        ["method"] = "$context.httpMethod",
        // The resource of the route table, never the requested path.
        ["route"] = "$context.resourcePath",
        ["status"] = "$context.status",
        ["milliseconds"] = "$context.responseLatency",
        ["integrationMilliseconds"] = "$context.integrationLatency",
        ["integrationStatus"] = "$context.integration.status",
        ["bytes"] = "$context.responseLength",
        ["error"] = "$context.error.responseType",
        ["authorizerError"] = "$context.authorizer.error",
    };

    public static AccessLogFormat Format => AccessLogFormat.Custom(JsonSerializer.Serialize(s_fields));
}
