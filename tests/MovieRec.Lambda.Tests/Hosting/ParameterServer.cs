using System.Net;
using System.Text;
using System.Text.Json;
using MovieRec.Emulators.Processes;

namespace MovieRec.Lambda.Tests.Hosting;

/// <summary>Stand-in for the Parameter Store that returns one value, or an error.</summary>
internal sealed class ParameterServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private int _reads;

    public ParameterServer()
    {
        Endpoint = $"http://127.0.0.1:{LoopbackPort.Free()}/";
        _listener.Prefixes.Add(Endpoint);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Endpoint { get; }

    public string? Value { get; set; }

    /// <summary>Error that it returns if there is no value.</summary>
    public string Error { get; set; } = "ParameterNotFound";

    public int Reads => _reads;

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                Interlocked.Increment(ref _reads);
                var body = Value is { } value
                    ? JsonSerializer.Serialize(new { Parameter = new { Name = "any", Type = "SecureString", Value = value } })
                    : JsonSerializer.Serialize(new { __type = Error });
                context.Response.StatusCode = Value is null ? 400 : 200;
                context.Response.ContentType = "application/x-amz-json-1.1";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
        }
    }
}
