using System.Net;

namespace MovieRec.LocalHost.Dev;

/// <summary>
/// What is not the API is for this machine alone: the caller's address and the name it used must both be loopback. Checking the name too
/// keeps out a web page that rebinds its own name to 127.0.0.1.
/// </summary>
internal static class LoopbackOnly
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (IsLoopback(context.Connection.RemoteIpAddress) && IsLoopbackName(context.Request.Host.Host))
            return next(context);
        // Of the inbox a stranger is not even told that it is there.
        context.Response.StatusCode = context.Request.Path.StartsWithSegments(Inbox.Path, StringComparison.OrdinalIgnoreCase) ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
