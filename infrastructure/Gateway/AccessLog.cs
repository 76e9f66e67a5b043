using System.Text.Json;
using Amazon.CDK.AWS.APIGateway;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>
/// The line of the access log for a request, a JSON object. It has no header, query, token, address or user: what a person did is not
/// for a log to tell. <c>requestId</c> is the one in error bodies and in the functions' logs.
/// </summary>
internal static class AccessLog
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal)
    {
        ["time"] = "$context.requestTimeEpoch",
        ["requestId"] = "$context.requestId",
        ["traceId"] = "$context.xrayTraceId",
        ["method"] = "$context.httpMethod",
        // The resource of the table, never the path as it came.
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
