using System.Collections.Frozen;
using System.Diagnostics;
using MovieRec.Api;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Local replacement of API Gateway with the same rules and errors, in front of the same functions.</summary>
/// <remarks>Its rules: only the routes of the table, throttles, preflight, authorizer, size limits, and the gateway's own errors.</remarks>
internal sealed class ApiGateway(
    FunctionSet functions, ITokenVerifier authorizer, CorsPolicy cors, RequestThrottle throttle, TimeProvider clock,
    ILogger<ApiGateway> log)
{
    public const string Stage = "/" + ApiContract.Stage;

    /// <summary>API Gateway's timeout of an integration.</summary>
    private static readonly TimeSpan s_integrationTimeout = TimeSpan.FromSeconds(ApiContract.TimeoutSeconds);

    /// <summary>The methods that are logged by name; arbitrary words from a client must not get into the log.</summary>
    private static readonly FrozenSet<string> s_methods =
        FrozenSet.Create("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT");

    public static bool Owns(PathString path) =>
        path.Value is { } text && text.StartsWith(Stage, StringComparison.Ordinal)
            && (text.Length == Stage.Length || text[Stage.Length] == '/');

    public async Task HandleAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var requestId = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        var path = context.Request.Path.Value![Stage.Length..];
        var resource = Routes.FindResource(path);
        await RespondAsync(context, resource, requestId);
        log.RequestCompleted(
            s_methods.Contains(context.Request.Method) ? context.Request.Method : "other",
            resource is null ? "unknown" : path, context.Response.StatusCode,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds, requestId);
    }

    private async Task RespondAsync(HttpContext context, ApiResource? resource, string requestId)
    {
        var route = resource?.Find(context.Request.Method);
        if (!throttle.TryTake(route, context.Connection.RemoteIpAddress))
        {
            await GatewayResponse.WriteAsync(context, GatewayFailures.Throttled, requestId);
            return;
        }

        if (GatewayLimits.HeadTooLarge(context.Request))
        {
            await GatewayResponse.WriteAsync(context, GatewayFailures.RequestTooLarge, requestId);
            return;
        }

        if (resource is not null && HttpMethods.IsOptions(context.Request.Method))
        {
            Preflight.Write(context, resource.AllowedMethods, cors);
            return;
        }

        if (route is null)
        {
            await GatewayResponse.WriteAsync(context, GatewayFailures.NotFound, requestId);
            return;
        }

        if (route.Access == Access.Protected && await RefusalAsync(context) is { } refusal)
        {
            await GatewayResponse.WriteAsync(context, refusal, requestId);
            return;
        }

        await ForwardAsync(context, route, requestId);
    }

    private async Task<Failure?> RefusalAsync(HttpContext context)
    {
        if (BearerToken.Parse(context.Request.Headers.Authorization) is not { } token)
            return GatewayFailures.Unauthorized;
        var outcome = await authorizer.VerifyAsync(token, context.RequestAborted);
        return outcome.Failure;
    }

    private async Task ForwardAsync(HttpContext context, Route route, string requestId)
    {
        ReadOnlyMemory<byte> body;
        try
        {
            if (await RequestReader.ReadBodyAsync(context, route.BodyLimit) is not { } read)
            {
                await GatewayResponse.WriteAsync(context, GatewayFailures.RequestTooLarge, requestId);
                return;
            }

            body = read;
        }
        catch (IOException) // from Kestrel, for invalid chunks, a body that stalls, or a client that has disconnected
        {
            context.Response.Headers.Connection = "close";
            await GatewayResponse.WriteAsync(context, GatewayFailures.UnreadableBody, requestId);
            return;
        }

        // API Gateway does not cancel a function if its client disconnects; only the timeout ends it.
        using var deadline = new CancellationTokenSource(s_integrationTimeout, clock);
        var response = await functions[route.Function].HandleAsync(RequestReader.Read(context, route, requestId, body), deadline.Token);
        await GatewayResponse.WriteAsync(context, response);
    }
}
