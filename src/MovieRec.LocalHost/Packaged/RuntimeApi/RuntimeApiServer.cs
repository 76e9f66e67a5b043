using System.Globalization;
using System.Net;

namespace MovieRec.LocalHost.Packaged.RuntimeApi;

/// <summary>Server of the Lambda Runtime API, version 2018-06-01, for one process.</summary>
/// <remarks>Each process has its own listener, since the protocol does not identify the client.</remarks>
internal sealed class RuntimeApiServer : IAsyncDisposable
{
    /// <summary>Lambda's limit for the response to a synchronous invocation: 6 MB.</summary>
    public const int MaxResponse = 6 * 1024 * 1024;

    private const string Root = "/2018-06-01/runtime/";
    private const string InvocationRoot = Root + "invocation/";

    private readonly WebApplication _server;
    private readonly InvocationQueue _queue;
    private readonly string _functionArn;

    private RuntimeApiServer(WebApplication server, InvocationQueue queue, string functionArn)
    {
        _server = server;
        _queue = queue;
        _functionArn = functionArn;
    }

    /// <summary>Host and port, for <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address => new Uri(_server.Urls.Single()).Authority;

    public static async Task<RuntimeApiServer> StartAsync(InvocationQueue queue, string functionArn, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "MovieRec.LocalHost" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            // A function waits for its next event without a limit, and a slow machine must not close its connection.
            // Not TimeSpan.MaxValue: with it Kestrel closed connections between calls ("socket hang up" in MovieRec.ColdStart.Bench).
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromDays(1);
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
        });
        var server = new RuntimeApiServer(builder.Build(), queue, functionArn);
        server._server.Run(server.RespondAsync);
        try
        {
            await server._server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task RespondAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (HttpMethods.IsGet(context.Request.Method) && path == InvocationRoot + "next")
            return NextAsync(context);
        if (!HttpMethods.IsPost(context.Request.Method))
            return ErrorAsync(context, StatusCodes.Status404NotFound, "NotFound", "There is no such call.");
        if (path == Root + "init/error")
            return FailStartAsync(context);
        return path.StartsWith(InvocationRoot, StringComparison.Ordinal) && path[InvocationRoot.Length..].Split('/') is [var id, var what]
            && GetOutcome(what) is { } outcome
            ? EndAsync(context, id, outcome)
            : ErrorAsync(context, StatusCodes.Status404NotFound, "NotFound", "There is no such call.");
    }

    private static InvocationOutcome? GetOutcome(string what) =>
        what switch { "response" => InvocationOutcome.Responded, "error" => InvocationOutcome.Failed, _ => null };

    private async Task NextAsync(HttpContext context)
    {
        Invocation? next;
        try
        {
            next = await _queue.NextAsync(context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        if (next is null)
        {
            await ErrorAsync(
                context, StatusCodes.Status403Forbidden, "InvalidStateTransition", "The current event has no response yet.");
            return;
        }

        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = next.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = next.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Trace-Id"] = next.TraceId;
        headers["Lambda-Runtime-Invoked-Function-Arn"] = _functionArn;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = next.Event.Length;
        await context.Response.Body.WriteAsync(next.Event, context.RequestAborted);
    }

    private async Task EndAsync(HttpContext context, string requestId, InvocationOutcome outcome)
    {
        if (await BodyAsync(context) is not { } body)
            await ErrorAsync(context, StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge", "The response is larger than 6 MB.");
        else if (_queue.TryEnd(requestId, new InvocationResult(outcome, body)))
            await AcceptAsync(context);
        else
            await ErrorAsync(context, StatusCodes.Status400BadRequest, "InvalidRequestID", "This is not the current invocation.");
    }

    private async Task FailStartAsync(HttpContext context)
    {
        if (await BodyAsync(context) is { } report && _queue.TryFailStart(report))
            await AcceptAsync(context);
        else
            await ErrorAsync(context, StatusCodes.Status403Forbidden, "InvalidStateTransition", "The function has already started.");
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext context)
    {
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            // The rest is read and dropped, so that the function can receive the response.
            if (body.Length <= MaxResponse)
                await body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
        }

        // Without the cast, null would become an empty memory.
        return body.Length > MaxResponse ? null : (ReadOnlyMemory<byte>?)body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static Task AcceptAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status202Accepted, """{"status":"OK"}""");

    private static Task ErrorAsync(HttpContext context, int status, string type, string message) =>
        WriteAsync(context, status, $$"""{"errorMessage":"{{message}}","errorType":"{{type}}"}""");

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
