using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Tmdb.Resilience;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MovieRec.Tmdb.Requests;

/// <summary>Client of single TMDB requests, with retries, rate limit and circuit breaker.</summary>
internal sealed class TmdbClient : IDisposable
{
    private readonly TmdbOptions _options;
    private readonly HttpClient _http;
    private readonly ILogger _log;
    private readonly Pipelines _pipelines;
    private readonly ResponseReader _reader;
    private readonly Uri _base;
    private readonly AuthenticationHeaderValue? _token;

    public TmdbClient(TmdbOptions options, HttpClient http, TimeProvider clock, Random random, ILogger log)
    {
        TmdbOptions.Check(options);
        (_options, _http, _log) = (options, http, log);
        _pipelines = new Pipelines(options, clock, random, log);
        _reader = new ResponseReader(options, _pipelines.Gate, clock, log);
        _base = new Uri(options.BaseAddress.AbsoluteUri.TrimEnd('/') + "/");
        // An API read access token is a JWT, which contains dots; an API key contains none.
        if (options.Key.Contains('.', StringComparison.Ordinal))
            _token = new AuthenticationHeaderValue("Bearer", options.Key);
    }

    /// <summary>Sends a request; returns null if TMDB has no such resource.</summary>
    /// <exception cref="SourceRefusedException">See <see cref="IMediaSource"/>.</exception>
    /// <exception cref="SourceUnavailableException">See <see cref="IMediaSource"/>.</exception>
    public async Task<T?> AskAsync<T>(TmdbRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var asked = new Asked(this, request, type);
            return (T?)await _pipelines.Tries.ExecuteAsync(
                static (asked, token) => asked.Client.TryAsync(asked, token), asked, cancellationToken);
        }
        catch (FailedTryException failed)
        {
            _log.GivenUp(request.Endpoint, _options.Attempts, failed.Message);
            throw new SourceUnavailableException($"TMDB gave no usable response ({request.Endpoint}): {failed.Message}");
        }
        catch (BrokenCircuitException)
        {
            throw Down(request);
        }
    }

    public void Dispose() => _pipelines.Gate.Dispose();

    private static SourceUnavailableException Down(TmdbRequest request) =>
        new($"No request was sent to TMDB ({request.Endpoint}): it has been failing and is left alone for a while");

    private async ValueTask<object?> TryAsync(Asked asked, CancellationToken cancellationToken)
    {
        if (!await _pipelines.Gate.EnterAsync(_options.MaxRetryAfter, cancellationToken))
            throw new SourceUnavailableException($"TMDB is paused ({asked.Request.Endpoint}): its Retry-After is too long to wait for");
        try
        {
            // If the circuit breaker opened while this request waited, it fails at once.
            if (_pipelines.IsOpen)
                throw Down(asked.Request);
            return await _pipelines.Timed.ExecuteAsync(
                static (asked, token) => asked.Client.SendAsync(asked, token), asked, cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            throw new FailedTryException(asked.Request.Endpoint, $"no response within {_options.TryTimeout.TotalSeconds} s");
        }
        finally
        {
            _pipelines.Gate.Leave();
        }
    }

    private async ValueTask<object?> SendAsync(Asked asked, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, GetAddress(asked.Request));
        message.Headers.Authorization = _token;
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await _reader.ReadAsync(response, asked.Request, asked.Type, cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or NoResponseException)
        {
            // The exception's message may quote the address; the kind of error is enough.
            throw new FailedTryException(asked.Request.Endpoint, Describe(broken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FailedTryException(asked.Request.Endpoint, "no response in the time of the HTTP client");
        }
    }

    private Uri GetAddress(TmdbRequest request)
    {
        if (_token is not null)
            return new Uri(_base, request.Address);
        var separator = request.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return new Uri(_base, $"{request.Address}{separator}api_key={Uri.EscapeDataString(_options.Key)}");
    }

    private static string Describe(Exception broken) => broken switch
    {
        HttpIOException body => $"a broken response, {body.HttpRequestError}",
        HttpRequestException request => $"no response, {request.HttpRequestError}",
        NoResponseException => "no response, the connection ended",
        _ => "a broken connection",
    };

    private sealed record Asked(TmdbClient Client, TmdbRequest Request, JsonTypeInfo Type);
}
