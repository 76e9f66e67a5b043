using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace MovieRec.Lambda.RuntimeApi;

/// <summary>
/// The four calls of the Lambda Runtime API, version 2018-06-01, over one connection that stays open. It serves one invocation at a
/// time, as Lambda does.
/// </summary>
internal sealed class RuntimeApiClient : IDisposable
{
    /// <summary>Where Lambda names no deadline.</summary>
    public static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(10);

    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    private readonly HttpClient _http;
    private readonly RetryingSender _sender;
    private readonly TimeProvider _clock;
    private readonly EventBuffer _event = new();

    /// <param name="address">Host and port, as <c>AWS_LAMBDA_RUNTIME_API</c> has them.</param>
    /// <param name="clock">For deadlines and the pauses between tries.</param>
    /// <exception cref="RuntimeApiException">There is none, or it is no address; the message says what to set.</exception>
    public RuntimeApiClient(string? address, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(address) || !Uri.TryCreate($"http://{address}/2018-06-01/runtime/", UriKind.Absolute, out var root))
            throw new RuntimeApiException($"AWS_LAMBDA_RUNTIME_API is '{address}': set it to host and port of the Lambda Runtime API.");
        _clock = clock;
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 1,
            // While the container is frozen nothing is asked for any length of time, and the connection is as good as before.
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            ActivityHeadersPropagator = null,
        };
        _http = new HttpClient(handler) { BaseAddress = root, Timeout = Timeout.InfiniteTimeSpan };
        _sender = new RetryingSender(_http, clock);
    }

    /// <summary>Waits for the next event, however long.</summary>
    /// <exception cref="RuntimeApiException">The Runtime API is gone for good, or does not keep to its protocol.</exception>
    /// <exception cref="OperationCanceledException">The process is to end.</exception>
    public async Task<Invocation> NextAsync(CancellationToken cancellationToken) => await _sender.SendAsync(
        "invocation/next",
        static address => new HttpRequestMessage(HttpMethod.Get, address),
        Timeout.InfiniteTimeSpan,
        async (answer, cancellation) => answer.StatusCode == HttpStatusCode.OK
            ? await ReadAsync(answer, cancellation)
            : throw Refused("next", answer.StatusCode),
        cancellationToken);

    /// <summary>Answers an invocation.</summary>
    /// <returns>False where Lambda does not take the answer (too large, or too late); the invocation still needs an error.</returns>
    public Task<bool> RespondAsync(Invocation invocation, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{invocation.RequestId}/response", json, null, cancellationToken);

    /// <summary>Says that an invocation failed. What Lambda does not take is lost: it is too late for it.</summary>
    public Task FailAsync(Invocation invocation, Exception reason, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{invocation.RequestId}/error", ErrorReport.Write(reason), ErrorReport.GetType(reason), cancellationToken);

    /// <summary>Says that the function cannot start.</summary>
    public Task FailInitAsync(Exception reason, CancellationToken cancellationToken) =>
        PostAsync("init/error", ErrorReport.Write(reason), ErrorReport.GetType(reason), cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<Invocation> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var requestId = Field(answer, "Lambda-Runtime-Aws-Request-Id")
            ?? throw new RuntimeApiException("The Runtime API gave an event without Lambda-Runtime-Aws-Request-Id.");
        var payload = await _event.ReadAsync(answer.Content, cancellationToken);
        var deadline = long.TryParse(Field(answer, "Lambda-Runtime-Deadline-Ms"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : _clock.GetUtcNow() + DefaultTime;
        return new Invocation(requestId, Field(answer, "Lambda-Runtime-Trace-Id"), deadline, payload);
    }

    private Task<bool> PostAsync(string path, ReadOnlyMemory<byte> json, string? errorType, CancellationToken cancellationToken) => _sender.SendAsync(
        path,
        address =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(json) };
            request.Content.Headers.ContentType = s_json;
            if (errorType is not null)
                request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
            return request;
        },
        RetryingSender.MaxTime,
        static (answer, _) => answer.StatusCode switch
        {
            HttpStatusCode.Accepted or HttpStatusCode.OK => Task.FromResult(true),
            // Unknown or ended invocation (400), state that does not allow it (403), too large (413): this event's affair alone.
            HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.RequestEntityTooLarge => Task.FromResult(false),
            var other => throw Refused("the answer", other),
        },
        cancellationToken);

    private static RuntimeApiException Refused(string what, HttpStatusCode status) => new($"The Runtime API answered {(int)status} to {what}.");

    private static string? Field(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;
}
