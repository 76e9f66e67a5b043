using MovieRec.Api.Http;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Responds to <c>OPTIONS</c> as API Gateway's mock integration does.</summary>
internal static class Preflight
{
    public static void Write(HttpContext context, string allowedMethods, CorsPolicy cors)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = cors.PreflightOrigin(context.Request.Headers.Origin);
        headers.AccessControlAllowCredentials = "true";
        headers.AccessControlAllowMethods = allowedMethods;
        headers.AccessControlAllowHeaders = CorsPolicy.AllowedHeaders;
        headers.AccessControlMaxAge = CorsPolicy.MaxAgeSeconds;
        headers.Vary = "Origin";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
