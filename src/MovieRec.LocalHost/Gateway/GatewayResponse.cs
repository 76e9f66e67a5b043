using MovieRec.Api.Http;

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

    /// <summary>A gateway response: its CORS fields are copied from the request's origin, which is all that API Gateway can do there.</summary>
    public static Task WriteAsync(HttpContext context, Failure failure, string requestId)
    {
        var headers = context.Response.Headers;
        // Only what may stand in a header field: an origin is ASCII, whatever the request says.
        if (context.Request.Headers.Origin is [{ Length: > 0 } origin, ..] && !origin.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            headers.AccessControlAllowOrigin = origin;
        }

        // It means nothing without the origin, but a gateway response has no condition to leave it out by.
        headers.AccessControlAllowCredentials = "true";
        headers.Vary = "Origin";
        headers.CacheControl = "no-store";
        return WriteAsync(context, FailureStatus.Of(failure.Code), ErrorBody.Of(failure, requestId));
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
