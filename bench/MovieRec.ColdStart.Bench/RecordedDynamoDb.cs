using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MovieRec.ColdStart.Bench;

/// <summary>Proxy that replays DynamoDB Local's first response to the same request.</summary>
/// <remarks>It leaves out DynamoDB Local's latency, which is several times what either contender takes, and the same for both. An unknown
/// request is passed on and recorded.</remarks>
internal sealed class RecordedDynamoDb : IAsyncDisposable
{
    private static readonly string[] s_passedOn =
        ["Authorization", "X-Amz-Date", "X-Amz-Target", "X-Amz-Security-Token", "x-amz-content-sha256"];
    private static readonly string[] s_kept = ["x-amz-crc32", "x-amzn-RequestId"];

    private readonly ConcurrentDictionary<string, Recorded> _recorded = new(StringComparer.Ordinal);
    private readonly HttpClient _real = new();
    private readonly string _realAddress;
    private WebApplication? _server;

    private RecordedDynamoDb(string realAddress) => _realAddress = realAddress;

    public string Address => Loopback.GetAddress(_server!);

    /// <summary>Number of requests passed on; it does not grow while measuring.</summary>
    public int PassedOn => _recorded.Count;

    public static async Task<RecordedDynamoDb> StartAsync(
        string realAddress, X509Certificate2? certificate, CancellationToken cancellationToken)
    {
        var recorded = new RecordedDynamoDb(realAddress);
        recorded._server = await Loopback.ServeAsync(recorded.RespondAsync, certificate, cancellationToken);
        return recorded;
    }

    public async ValueTask DisposeAsync()
    {
        _real.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private async Task RespondAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var key = $"{context.Request.Headers["X-Amz-Target"]} {Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)}";
        if (!_recorded.TryGetValue(key, out var response))
            response = _recorded.GetOrAdd(key, await AskAsync(context.Request, body.ToArray(), context.RequestAborted));
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        context.Response.ContentLength = response.Body.Length;
        foreach (var (name, value) in response.Fields)
            context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
    }

    private async Task<Recorded> AskAsync(HttpRequest request, byte[] body, CancellationToken cancellationToken)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Post, _realAddress) { Content = new ByteArrayContent(body) };
        asked.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        foreach (var name in s_passedOn)
            asked.Headers.TryAddWithoutValidation(name, request.Headers[name].ToString());
        using var response = await _real.SendAsync(asked, cancellationToken);
        var fields = s_kept.Where(name => response.Headers.Contains(name))
            .Select(name => KeyValuePair.Create(name, string.Join(',', response.Headers.GetValues(name))));
        return new Recorded(
            (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), [.. fields],
            await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private sealed record Recorded(int Status, string? ContentType, KeyValuePair<string, string>[] Fields, byte[] Body);
}
