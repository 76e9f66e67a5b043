using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Tmdb.Resilience;
using MovieRec.Tmdb.Wire;

namespace MovieRec.Tmdb.Requests;

/// <summary>Interpretation of TMDB's responses as a value, null for a missing resource, a failure to retry, or a final error.</summary>
internal sealed class ResponseReader(TmdbOptions options, RequestGate gate, TimeProvider clock, ILogger log)
{
    /// <summary>Maximum length of a response; a page has 20 KB, the longest details have some hundred KB.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    // TMDB's error codes, https://developer.themoviedb.org/docs/errors.
    private const int InvalidId = 6;
    private const int InvalidPage = 22;
    private const int NotFound = 34;

    public async Task<object?> ReadAsync(
        HttpResponseMessage response, TmdbRequest request, JsonTypeInfo type, CancellationToken cancellationToken)
    {
        var status = response.StatusCode;
        if (status == HttpStatusCode.TooManyRequests || status == HttpStatusCode.RequestTimeout
            || status >= HttpStatusCode.InternalServerError)
        {
            throw Failed(response, request);
        }
        var body = await ReadAllAsync(response.Content, request, cancellationToken);
        log.Responded(request.Endpoint, (int)status, body.Length);
        return status == HttpStatusCode.OK ? Parse(body.Span, type, request) : Explain(status, body.Span, request);
    }

    private static int FirstSize(long? length) => (int)Math.Min(length + 1 ?? 16 * 1024, MaxBytes + 1);

    // Counts the bytes that arrive: Content-Length may be missing or wrong. One byte more than allowed shows that the response is too long.
    // The buffer is not rented from a pool: after an interrupted read it would have to be certain that no other code uses it, and that it
    // is returned only once.
    private async Task<ReadOnlyMemory<byte>> ReadAllAsync(HttpContent content, TmdbRequest request, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[FirstSize(content.Headers.ContentLength)];
        var length = 0;
        while (true)
        {
            if (length > MaxBytes || content.Headers.ContentLength > MaxBytes)
                throw Unusable(request, $"more than {MaxBytes} bytes");
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
        }
    }

    private static object Parse(ReadOnlySpan<byte> body, JsonTypeInfo type, TmdbRequest request)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            // The exception's message may quote the response.
            throw new FailedTryException(request.Endpoint, "a response that is not the expected JSON");
        }
    }

    private object? Explain(HttpStatusCode status, ReadOnlySpan<byte> body, TmdbRequest request)
    {
        var code = GetCode(body);
        switch (status)
        {
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                log.Refused(request.Endpoint, (int)status, code);
                throw new SourceRefusedException(
                    $"TMDB rejects the key (status {(int)status}, code {code}): set TMDB_API_KEY to an API key or an API read "
                    + "access token of a TMDB account in good standing.");
            case HttpStatusCode.NotFound when code is NotFound or InvalidId:
            case HttpStatusCode.BadRequest when code == InvalidPage:
            case HttpStatusCode.UnprocessableEntity when request.IsList:
                return null;
            default:
                throw Unusable(request, $"status {(int)status}, code {code}");
        }
    }

    private static int GetCode(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TmdbJson.Default.ErrorJson)?.StatusCode is { } code and > 0 and < 1000 ? (int)code : 0;
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    private Exception Failed(HttpResponseMessage response, TmdbRequest request)
    {
        var status = (int)response.StatusCode;
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } seconds } => seconds,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => TimeSpan.Zero,
        };
        if (wait > TimeSpan.Zero)
            gate.Pause(wait);
        if (wait > options.MaxRetryAfter)
        {
            return Unusable(
                request, string.Create(CultureInfo.InvariantCulture, $"status {status}, Retry-After {wait.TotalSeconds:F0} s"));
        }
        return new FailedTryException(request.Endpoint, $"status {status}")
        {
            IsOutage = response.StatusCode != HttpStatusCode.TooManyRequests,
            RetryAfter = wait > TimeSpan.Zero ? wait : null,
        };
    }

    private SourceUnavailableException Unusable(TmdbRequest request, string reason)
    {
        log.Unusable(request.Endpoint, reason);
        return new($"TMDB gave no usable response ({request.Endpoint}): {reason}");
    }
}
