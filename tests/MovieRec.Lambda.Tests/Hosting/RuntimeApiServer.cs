using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace MovieRec.Lambda.Tests.Hosting;

/// <summary>Documented Lambda Runtime API at TCP level, where connections can be counted, reset and rejected.</summary>
/// <remarks>It gives the events in order; without an event it lets the function wait.</remarks>
internal sealed class RuntimeApiServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<GivenEvent> _events = Channel.CreateUnbounded<GivenEvent>();
    private readonly Channel<PostedResponse> _posted = Channel.CreateUnbounded<PostedResponse>();
    private readonly Channel<int> _waiting = Channel.CreateUnbounded<int>();
    private readonly Queue<int> _faults = new();
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    public RuntimeApiServer()
    {
        _listener.Start();
        Address = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = AcceptAsync();
    }

    /// <summary>Address in the form of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address { get; }

    public int Connections => _connections.Count;

    public int Requests { get; private set; }

    public void Give(GivenEvent given) => _events.Writer.TryWrite(given);

    /// <summary>Responds to the next requests with faults: a status, or 0 for a connection that is reset.</summary>
    public void Fault(params int[] faults)
    {
        lock (_faults)
            Array.ForEach(faults, _faults.Enqueue);
    }

    public Task<PostedResponse> PostedAsync() => _posted.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    /// <summary>Waits until the function requests an event and there is none.</summary>
    public Task IdleAsync() => _waiting.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // The loop may be between two connections, and throws if the listener stops under it.
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            while (await ReceivedRequest.ReadAsync(stream, _stop.Token) is { } request)
            {
                Requests++;
                var fault = Fault();
                if (fault == 0)
                {
                    socket.LingerState = new LingerOption(enable: true, 0);
                    return;
                }

                await (fault is { } status ? ReplyAsync(stream, status, "", """{"errorType":"Fault"}""") : RespondAsync(stream, request));
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or ObjectDisposedException)
        {
        }
    }

    private int? Fault()
    {
        lock (_faults)
            return _faults.TryDequeue(out var fault) ? fault : null;
    }

    private async Task RespondAsync(NetworkStream stream, ReceivedRequest request)
    {
        if (request.Line != "GET /2018-06-01/runtime/invocation/next HTTP/1.1")
        {
            _posted.Writer.TryWrite(new PostedResponse(request.Line, request.Field("Lambda-Runtime-Function-Error-Type"), request.Body));
            await ReplyAsync(stream, 202, "", """{"status":"OK"}""");
            return;
        }

        if (!_events.Reader.TryRead(out var given))
        {
            _waiting.Writer.TryWrite(0);
            given = await _events.Reader.ReadAsync(_stop.Token);
        }

        await ReplyAsync(stream, 200, given.Fields, given.Json);
    }

    private Task ReplyAsync(NetworkStream stream, int status, string fields, string json) => stream.WriteAsync(
        Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{fields}Content-Length: "
            + $"{Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}"),
        _stop.Token).AsTask();
}
