using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Parameters;
using MovieRec.Engine.Titles;
using MovieRec.Tmdb;

namespace MovieRec.Lambda.Composition;

/// <summary>TMDB with a key from Parameter Store, read at the first request to TMDB.</summary>
/// <remarks>
/// Most requests do not need TMDB. If the key could not be read or TMDB rejects it, the next call reads it again, because it may have
/// been replaced.
/// </remarks>
/// <param name="parameter">The parameter's name.</param>
/// <param name="requestsPerSecond">This instance's share of the requests to TMDB.</param>
/// <param name="settings">Addresses and credentials.</param>
/// <param name="clock">For the times of the requests.</param>
/// <param name="random">For jitter of pauses.</param>
/// <param name="log">For failures.</param>
internal sealed class ParameterSource(
    string parameter, int requestsPerSecond, FunctionSettings settings, TimeProvider clock, Random random, ILogger log) : IMediaSource,
        IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private ParameterStore? _store;
    private HttpClient? _http;
    private volatile IMediaSource? _source;

    public Task<SourcePage> ListAsync(SourceList list, int page, CancellationToken cancellationToken) =>
        AskAsync(source => source.ListAsync(list, page, cancellationToken), cancellationToken);

    public Task<SourcePage> SearchAsync(string text, MediaKind? kind, int page, CancellationToken cancellationToken) =>
        AskAsync(source => source.SearchAsync(text, kind, page, cancellationToken), cancellationToken);

    public Task<Title?> DetailsAsync(TitleKey key, CancellationToken cancellationToken) =>
        AskAsync(source => source.DetailsAsync(key, cancellationToken), cancellationToken);

    public Task<TitleKey?> MatchAsync(Title title, CancellationToken cancellationToken) =>
        AskAsync(source => source.MatchAsync(title, cancellationToken), cancellationToken);

    public void Dispose()
    {
        _http?.Dispose();
        _store?.Dispose();
        _reading.Dispose();
    }

    private async Task<T> AskAsync<T>(Func<IMediaSource, Task<T>> ask, CancellationToken cancellationToken)
    {
        var source = await SourceAsync(cancellationToken);
        try
        {
            return await ask(source);
        }
        catch (SourceRefusedException)
        {
            if (ReferenceEquals(_source, source))
                _source = null;
            throw Refused();
        }
    }

    private async ValueTask<IMediaSource> SourceAsync(CancellationToken cancellationToken)
    {
        if (_source is { } ready)
            return ready;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return _source ??= Open(await KeyAsync(cancellationToken));
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<string> KeyAsync(CancellationToken cancellationToken)
    {
        try
        {
            _store ??= new ParameterStore(settings.Credentials, settings.Region, settings.ParametersEndpoint, clock);
            return await _store.ReadAsync(parameter, cancellationToken);
        }
        catch (ConfigurationException unreadable)
        {
            throw new SourceRefusedException(unreadable.Message);
        }
        catch (UnavailableException unavailable)
        {
            throw new SourceUnavailableException("TMDB's key could not be read.", unavailable);
        }
    }

    private TmdbSource Open(string key)
    {
        // A value that comes from a file ends with a line break.
        var options = new TmdbOptions
        {
            Key = key.Trim(),
            BaseAddress = settings.TmdbAddress ?? TmdbOptions.DefaultBaseAddress,
            RequestsPerSecond = requestsPerSecond,
        };
        try
        {
            return new TmdbSource(options, _http ??= TmdbHttp.CreateClient(), clock, random, log);
        }
        catch (SourceRefusedException)
        {
            throw Refused();
        }
    }

    private SourceRefusedException Refused() => new(
        $"TMDB rejects the key in the parameter {parameter}: put an API key or an API read access token of a TMDB account in good "
        + "standing there.");
}
