using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Writes a function's answer, or the gateway's own error.</summary>
internal static class GatewayResponse
{
    public static Task WriteAsync(HttpContext context, ApiResponse response)
    {
        foreach (var field in response.Headers)
            context.Response.Headers.Append(field.Key, field.Value);
        return WriteAsync(context, response.Status, response.Body);
    }

    public static Task WriteAsync(HttpContext context, Failure failure, string requestId) => WriteAsync(
        context, Create(failure, FailureStatus.Get(failure.Code), requestId, context.Request.Headers.Origin is [var origin, ..] ? origin : null));

    /// <summary>The gateway's own answer where a function gives none.</summary>
    public static ApiResponse Create(Failure failure, int status, ApiRequest request) =>
        Create(failure, status, request.RequestId, request.Headers.GetValueOrDefault("Origin"));

    /// <summary>A gateway response: its CORS fields are copied from the request's origin, which is all that API Gateway can do there.</summary>
    private static ApiResponse Create(Failure failure, int status, string requestId, string? origin)
    {
        var fields = new List<KeyValuePair<string, string>> { new("Vary", "Origin"), new("Cache-Control", "no-store") };
        // Only what may stand in a header field: an origin is ASCII, whatever the request says.
        if (origin is { Length: > 0 } && !origin.AsSpan().ContainsAnyExceptInRange('!', '~'))
            fields.Add(new("Access-Control-Allow-Origin", origin));
        // It means nothing without the origin, but a gateway response has no condition to leave it out by.
        fields.Add(new("Access-Control-Allow-Credentials", "true"));
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            fields.Add(new("Retry-After", "2"));
        return new ApiResponse(status, ErrorBody.Write(failure, requestId), fields);
    }

    private static async Task WriteAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status304NotModified)
            return;
        context.Response.ContentType = ApiResponse.ContentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
