using System.Net;

namespace MovieRec.LocalHost.Dev;

/// <summary>Middleware that limits everything except the API to this machine.</summary>
/// <remarks>
/// The client's address and the host name it used must both be loopback. The name is checked too, to keep out a web page that rebinds
/// its own name to 127.0.0.1 (DNS rebinding).
/// </remarks>
internal static class LoopbackOnly
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (IsLoopback(context.Connection.RemoteIpAddress) && IsLoopbackName(context.Request.Host.Host))
            return next(context);
        // For the inbox, the status does not even tell a stranger that it exists.
        context.Response.StatusCode = context.Request.Path.StartsWithSegments(Inbox.Path, StringComparison.OrdinalIgnoreCase)
            ? StatusCodes.Status404NotFound
            : StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
