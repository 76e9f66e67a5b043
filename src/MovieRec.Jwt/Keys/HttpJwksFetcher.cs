using System.Net;
using System.Net.Http.Headers;

namespace MovieRec.Jwt.Keys;

/// <summary>Fetches the bytes at a JWKS address with its own <see cref="HttpClient"/>.</summary>
internal sealed class HttpJwksFetcher : IDisposable
{
    private readonly HttpClient _client;

    public HttpJwksFetcher(bool useProxy)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = useProxy,
            // The rest of a body that is too long is not read either: the connection is closed.
            MaxResponseDrainSize = 0,
            // Fetches are minutes to months apart, so a kept connection would be stale by then.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Makes one try; the address itself must respond (no redirects), with status 200 and JSON.</summary>
    public async Task<JwksResponse> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                return JwksResponse.Failed("status 429", isTransient: true);
            if (response.StatusCode != HttpStatusCode.OK)
                return JwksResponse.Failed($"status {(int)response.StatusCode}");
            if (!IsJson(response.Content.Headers.ContentType))
                return JwksResponse.Failed("a content type that is not application/json");
            return await ReadAsync(response.Content, cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return JwksResponse.Failed(Describe(broken), IsConnectionError(broken));
        }
    }

    public void Dispose() => _client.Dispose();

    private static bool IsJson(MediaTypeHeaderValue? type) => type?.MediaType is { } media
        && (media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || media.Equals("application/jwk-set+json", StringComparison.OrdinalIgnoreCase));

    // Counts the bytes that arrive: Content-Length may be missing or wrong.
    private static async Task<JwksResponse> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var tooLong = JwksResponse.Failed($"more than {JwksRefresher.MaxBytes} bytes");
        if (content.Headers.ContentLength > JwksRefresher.MaxBytes)
            return tooLong;
        var buffer = new byte[JwksRefresher.MaxBytes + 1];
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read == buffer.Length ? tooLong : new JwksResponse(buffer.AsMemory(0, read));
    }

    // A wrong certificate or a response that is not HTTP would be the same at the second try.
    private static bool IsConnectionError(Exception broken) => broken switch
    {
        HttpIOException body => body.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.Unknown,
        HttpRequestException request => request.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.ResponseEnded or HttpRequestError.Unknown,
        _ => true,
    };

    private static string Describe(Exception broken) => broken switch
    {
        HttpIOException body => $"a broken response ({body.HttpRequestError})",
        HttpRequestException request => $"no response ({request.HttpRequestError})",
        _ => "a broken connection",
    };
}
