using System.Collections.Concurrent;
using System.Net;
using System.Text;
using MovieRec.Emulators.Processes;

namespace MovieRec.TestKit.Hosts.Faults;

/// <summary>Proxy of an emulator, or server of its own, that spoils the calls that a test chooses.</summary>
public sealed class FaultyServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _responses = [];
    private readonly string? _target;
    private readonly Task _serving;

    public FaultyServer(string? target = null)
    {
        _target = target;
        Endpoint = $"http://127.0.0.1:{LoopbackPort.Free()}/";
        _listener.Prefixes.Add(Endpoint);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Endpoint { get; }

    /// <summary>Fault of a call by its operation.</summary>
    public Func<string, Fault> Decide { get; set; } = _ => Fault.None;

    /// <summary>Operations of the calls, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Bodies of those calls.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>Headers of those calls, by their names in lower case.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Headers { get; } = new();

    /// <summary>Waits until every received call is done, also those whose clients have disconnected.</summary>
    public Task SettledAsync() => Task.WhenAll(_responses);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Close();
        await _serving;
        _client.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _responses.Add(RespondAsync(await _listener.GetContextAsync()));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                break;
            }
        }
        await SettledAsync();
    }

    private async Task RespondAsync(HttpListenerContext context)
    {
        try
        {
            var operation = context.Request.Headers["X-Amz-Target"]!.Split('.')[^1];
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            Bodies.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
            Headers.Enqueue(
                context.Request.Headers.AllKeys.OfType<string>()
                    .ToDictionary(name => name.ToLowerInvariant(), name => context.Request.Headers[name]!));
            Calls.Enqueue(operation);
            var fault = Decide(operation);
            if (fault.Forwards)
                await ForwardAsync(context, body.ToArray(), relayed: !fault.Hangs && !fault.Drops);
            if (fault.Hangs)
                await Task.Delay(Timeout.Infinite, _end.Token);
            if (fault.Drops || fault.Hangs)
            {
                // Otherwise a client that has read a response's head keeps the connection, and may send its next call on the closed one.
                context.Response.KeepAlive = false;
                context.Response.Abort();
            }
            else if (!fault.Forwards)
            {
                await WriteAsync(context, fault.Status, Encoding.UTF8.GetBytes(fault.Body));
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            context.Response.Abort();
        }
    }

    private async Task ForwardAsync(HttpListenerContext context, byte[] body, bool relayed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _target) { Content = new ByteArrayContent(body) };
        foreach (var name in context.Request.Headers.AllKeys.OfType<string>().Where(name => name is not ("Host" or "Content-Length")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]))
                request.Content.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]);
        }
        using var response = await _client.SendAsync(request);
        if (relayed)
            await WriteAsync(context, (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    private static async Task WriteAsync(HttpListenerContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.0";
        context.Response.ContentLength64 = body.Length;
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }
}
