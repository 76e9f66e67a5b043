using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Writes a function's response, or the gateway's own error.</summary>
internal static class GatewayResponse
{
    public static Task WriteAsync(HttpContext context, ApiResponse response)
    {
        foreach (var field in response.Headers)
            context.Response.Headers.Append(field.Key, field.Value);
        return WriteAsync(context, response.Status, response.Body);
    }

    public static Task WriteAsync(HttpContext context, Failure failure, string requestId) => WriteAsync(
        context, Create(
            failure, FailureStatus.Get(failure.Code), requestId, context.Request.Headers.Origin is [var origin, ..] ? origin : null));

    /// <summary>Creates the gateway's own response for a function that gives none.</summary>
    public static ApiResponse Create(Failure failure, int status, ApiRequest request) =>
        Create(failure, status, request.RequestId, request.Headers.GetValueOrDefault("Origin"));

    /// <summary>Creates a gateway response; its CORS fields copy the request's origin, the only way in API Gateway.</summary>
    private static ApiResponse Create(Failure failure, int status, string requestId, string? origin)
    {
        var fields = new List<KeyValuePair<string, string>> { new("Vary", "Origin"), new("Cache-Control", "no-store") };
        // An origin is ASCII; other characters of the request must not get into a header field.
        if (origin is { Length: > 0 } && !origin.AsSpan().ContainsAnyExceptInRange('!', '~'))
            fields.Add(new("Access-Control-Allow-Origin", origin));
        // It has no effect without the origin, but a gateway response of API Gateway cannot omit it conditionally.
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
