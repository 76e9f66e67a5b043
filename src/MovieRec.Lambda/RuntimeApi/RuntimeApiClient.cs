using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace MovieRec.Lambda.RuntimeApi;

/// <summary>Client of the four calls of the Lambda Runtime API, version 2018-06-01.</summary>
/// <remarks>It uses one connection that stays open and serves one invocation at a time, as Lambda does.</remarks>
internal sealed class RuntimeApiClient : IDisposable
{
    /// <summary>Time for an invocation if Lambda gives no deadline.</summary>
    public static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(10);

    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    private readonly HttpClient _http;
    private readonly RetryingSender _sender;
    private readonly TimeProvider _clock;
    private readonly EventBuffer _event = new();

    /// <param name="address">Host and port, from <c>AWS_LAMBDA_RUNTIME_API</c>.</param>
    /// <param name="clock">For deadlines and the pauses between tries.</param>
    /// <exception cref="RuntimeApiException">The address is missing or not valid; the message says what to set.</exception>
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
            // A frozen container sends nothing for any length of time, and the connection stays usable.
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            ActivityHeadersPropagator = null,
        };
        _http = new HttpClient(handler) { BaseAddress = root, Timeout = Timeout.InfiniteTimeSpan };
        _sender = new RetryingSender(_http, clock);
    }

    /// <summary>Waits for the next event without a timeout.</summary>
    /// <exception cref="RuntimeApiException">The Runtime API is gone for good, or violates its protocol.</exception>
    /// <exception cref="OperationCanceledException">The process was told to stop.</exception>
    public async Task<Invocation> NextAsync(CancellationToken cancellationToken) => await _sender.SendAsync(
        "invocation/next",
        static address => new HttpRequestMessage(HttpMethod.Get, address),
        Timeout.InfiniteTimeSpan,
        async (response, cancellation) => response.StatusCode == HttpStatusCode.OK
            ? await ReadAsync(response, cancellation)
            : throw Refused("next", response.StatusCode),
        cancellationToken);

    /// <summary>Sends the response to an invocation.</summary>
    /// <returns>False if Lambda does not accept the response (too large, or too late); the invocation then still needs an error.</returns>
    public Task<bool> RespondAsync(Invocation invocation, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{invocation.RequestId}/response", json, null, cancellationToken);

    /// <summary>Reports that an invocation failed; a report that Lambda does not accept is too late and lost.</summary>
    public Task FailAsync(Invocation invocation, Exception reason, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{invocation.RequestId}/error", ErrorReport.Write(reason), ErrorReport.GetType(reason), cancellationToken);

    /// <summary>Reports that the function cannot start.</summary>
    public Task FailInitAsync(Exception reason, CancellationToken cancellationToken) =>
        PostAsync("init/error", ErrorReport.Write(reason), ErrorReport.GetType(reason), cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<Invocation> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var requestId = Field(response, "Lambda-Runtime-Aws-Request-Id")
            ?? throw new RuntimeApiException("The Runtime API sent an event without Lambda-Runtime-Aws-Request-Id.");
        var payload = await _event.ReadAsync(response.Content, cancellationToken);
        var deadline = long.TryParse(
            Field(response, "Lambda-Runtime-Deadline-Ms"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : _clock.GetUtcNow() + DefaultTime;
        return new Invocation(requestId, Field(response, "Lambda-Runtime-Trace-Id"), deadline, payload);
    }

    private Task<bool> PostAsync(string path, ReadOnlyMemory<byte> json, string? errorType, CancellationToken cancellationToken) =>
        _sender.SendAsync(
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
        static (response, _) => response.StatusCode switch
        {
            HttpStatusCode.Accepted or HttpStatusCode.OK => Task.FromResult(true),
            // Unknown or ended invocation (400), wrong state (403), too large (413): only this event is affected.
            HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.RequestEntityTooLarge => Task.FromResult(false),
            var other => throw Refused("the response", other),
        },
        cancellationToken);

    private static RuntimeApiException Refused(string what, HttpStatusCode status) =>
        new($"The Runtime API responded with {(int)status} to {what}.");

    private static string? Field(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;
}
