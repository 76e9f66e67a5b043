using System.Net;
using System.Net.Http.Headers;

namespace MovieRec.Jwt.Keys;

/// <summary>Fetches a JWKS with its own <see cref="HttpClient"/>.</summary>
/// <remarks>A program that brings its own fetcher does not have to link this one.</remarks>
internal sealed class HttpJwksFetcher : IJwksFetcher, IDisposable
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

    public async Task<JwksAnswer> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                return JwksAnswer.FailedInPassing("status 429");
            if (response.StatusCode != HttpStatusCode.OK)
                return JwksAnswer.Failed($"status {(int)response.StatusCode}");
            if (!IsJson(response.Content.Headers.ContentType))
                return JwksAnswer.Failed("a content type that is not application/json");
            return await ReadAsync(response.Content, cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return IsConnectionError(broken) ? JwksAnswer.FailedInPassing(Describe(broken)) : JwksAnswer.Failed(Describe(broken));
        }
    }

    public void Dispose() => _client.Dispose();

    private static bool IsJson(MediaTypeHeaderValue? type) => type?.MediaType is { } media
        && (media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || media.Equals("application/jwk-set+json", StringComparison.OrdinalIgnoreCase));

    // Counts the bytes that arrive: Content-Length may be missing or wrong.
    private static async Task<JwksAnswer> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var tooLong = JwksAnswer.Failed($"more than {JwksKeySource.MaxAnswerBytes} bytes");
        if (content.Headers.ContentLength > JwksKeySource.MaxAnswerBytes)
            return tooLong;
        var buffer = new byte[JwksKeySource.MaxAnswerBytes + 1];
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read == buffer.Length ? tooLong : JwksAnswer.FromBody(buffer.AsMemory(0, read));
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
