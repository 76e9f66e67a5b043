using System.Net;
using System.Net.Http.Headers;

namespace MovieRec.Jwt.Keys;

/// <summary>Gets the bytes of a JWKS: two tries, of 3 s each, no redirects, 64 KiB.</summary>
internal sealed class JwksFetcher : IDisposable
{
    private readonly Uri _address;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    public JwksFetcher(Uri address, TimeProvider clock)
    {
        _address = address;
        _clock = clock;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !address.IsLoopback,
            // What is too long to read is too long to be read and thrown away: hang up.
            MaxResponseDrainSize = 0,
            // Fetches are minutes to months apart: a kept connection would only be a stale one.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <returns>The bytes, or null and why there are none, in words.</returns>
    public async Task<(byte[]? Body, string? Error)> FetchAsync(CancellationToken cancellationToken)
    {
        var first = await TryFetchAsync(cancellationToken);
        if (!first.Retry)
            return (first.Body, first.Error);
        var second = await TryFetchAsync(cancellationToken);
        return (second.Body, second.Error is null ? null : $"{second.Error}, after {first.Error}");
    }

    public void Dispose() => _client.Dispose();

    private async Task<Try> TryFetchAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(JwksKeySource.TryTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await _client.GetAsync(_address, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                return new Try(null, $"status {(int)response.StatusCode}", response.StatusCode == HttpStatusCode.TooManyRequests);
            if (!IsJson(response.Content.Headers.ContentType))
                return new Try(null, "a content type that is not application/json", false);
            var body = await ReadAsync(response.Content, either.Token);
            return body is null ? new Try(null, $"more than {JwksKeySource.MaxAnswerBytes} bytes", false) : new Try(body, null, false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new Try(null, $"no full answer within {JwksKeySource.TryTimeout.TotalSeconds} s", false);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return new Try(null, Describe(broken), IsConnectionError(broken));
        }
    }

    private static bool IsJson(MediaTypeHeaderValue? type) => type?.MediaType is { } media
        && (media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || media.Equals("application/jwk-set+json", StringComparison.OrdinalIgnoreCase));

    // Counted as it comes: Content-Length may be missing or a lie.
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > JwksKeySource.MaxAnswerBytes)
            return null;
        var buffer = new byte[JwksKeySource.MaxAnswerBytes + 1];
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read == buffer.Length ? null : buffer[..read];
    }

    // A wrong certificate or an answer that is no HTTP is the same the second time.
    private static bool IsConnectionError(Exception broken) => broken switch
    {
        HttpIOException body => body.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.Unknown,
        HttpRequestException request => request.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.ResponseEnded or HttpRequestError.Unknown,
        _ => true,
    };

    private static string Describe(Exception broken) => broken switch
    {
        HttpIOException body => $"a broken answer ({body.HttpRequestError})",
        HttpRequestException request => $"no answer ({request.HttpRequestError})",
        _ => "a broken connection",
    };

    private readonly record struct Try(byte[]? Body, string? Error, bool Retry);
}
