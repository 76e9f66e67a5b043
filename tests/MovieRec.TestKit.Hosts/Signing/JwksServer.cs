using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace MovieRec.TestKit.Hosts.Signing;

/// <summary>Handles one request on the given connection.</summary>
public delegate Task ServerScript(Socket connection, CancellationToken cancellationToken);

/// <summary>HTTP server at TCP level, which can also reset, stall, send false data and never stop.</summary>
/// <remarks>Gives the scripted responses in order and repeats the last one.</remarks>
public sealed class JwksServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<string> _received = Channel.CreateUnbounded<string>();
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private ServerScript[] _script;
    private int _next;

    public JwksServer(params ServerScript[] script)
    {
        _script = script;
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/pool/.well-known/jwks.json";
        _accepting = AcceptAsync();
    }

    public int Requests => Volatile.Read(ref _next);

    public string Address { get; }

    public static ServerScript Json(string body) => Http(200, body);

    public static ServerScript Keys(params TestKey[] keys) => Json(TestKey.Jwks(keys));

    public static ServerScript Http(int status, string body, string headers = "Content-Type: application/json\r\n") =>
        Bytes(status, Encoding.UTF8.GetBytes(body), headers);

    public static ServerScript Bytes(int status, byte[] body, string headers = "Content-Type: application/json\r\n") => Raw(
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"),
            .. body]);

    public static ServerScript Raw(string text) => Raw(Encoding.ASCII.GetBytes(text));

    public static ServerScript Raw(byte[] bytes) => async (connection, cancellationToken) =>
        await connection.SendAsync(bytes, cancellationToken);

    /// <summary>Waits for the test's signal, then gives the response.</summary>
    public static ServerScript After(Task signal, ServerScript then) => async (connection, cancellationToken) =>
    {
        await signal.WaitAsync(cancellationToken);
        await then(connection, cancellationToken);
    };

    /// <summary>Sends RST instead of a response.</summary>
    public static Task ResetAsync(Socket connection, CancellationToken cancellationToken)
    {
        connection.LingerState = new LingerOption(true, 0);
        connection.Close();
        return Task.CompletedTask;
    }

    /// <summary>Holds the connection and sends nothing more.</summary>
    public static Task StallAsync(Socket connection, CancellationToken cancellationToken) =>
        Task.Delay(Timeout.Infinite, cancellationToken);

    public void Script(params ServerScript[] script)
    {
        _script = script;
        Volatile.Write(ref _next, 0);
    }

    /// <summary>Returns the head of the next request when it has come.</summary>
    public Task<string> ReceivedAsync() => _received.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
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

    private async Task ServeAsync(Socket connection)
    {
        try
        {
            var head = await ReadHeadAsync(connection);
            var script = _script;
            var at = Interlocked.Increment(ref _next) - 1;
            _received.Writer.TryWrite(head);
            await script[Math.Min(at, script.Length - 1)](connection, _stop.Token);
            connection.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
        finally
        {
            connection.Dispose();
        }
    }

    private async Task<string> ReadHeadAsync(Socket connection)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await connection.ReceiveAsync(buffer, _stop.Token);
            if (read == 0)
                throw new OperationCanceledException("closed before a request");
            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        return head.ToString();
    }
}
