using Microsoft.Extensions.Logging;
using MovieRec.Api.Http;
using MovieRec.Api.Sources;
using MovieRec.Aws.Parameters;
using MovieRec.Aws.UserPool;
using MovieRec.Engine.Titles;
using MovieRec.Tmdb;

namespace MovieRec.Lambda.Composition;

/// <summary>
/// TMDB with the key out of a parameter, which is read when TMDB is first asked: most requests ask it nothing. A key that could not be
/// read is read again by the next call.
/// </summary>
internal sealed class ParameterSource(string parameter, FunctionSettings settings, TimeProvider clock, Random random, ILogger log) : IMediaSource, IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile IMediaSource? _source;

    public async Task<SourcePage> ListAsync(SourceList list, int page, CancellationToken cancellationToken) =>
        await (await SourceAsync(cancellationToken)).ListAsync(list, page, cancellationToken);

    public async Task<SourcePage> SearchAsync(string text, MediaKind? kind, int page, CancellationToken cancellationToken) =>
        await (await SourceAsync(cancellationToken)).SearchAsync(text, kind, page, cancellationToken);

    public async Task<Title?> DetailsAsync(TitleKey key, CancellationToken cancellationToken) =>
        await (await SourceAsync(cancellationToken)).DetailsAsync(key, cancellationToken);

    public async Task<TitleKey?> MatchAsync(Title title, CancellationToken cancellationToken) =>
        await (await SourceAsync(cancellationToken)).MatchAsync(title, cancellationToken);

    public void Dispose() => _reading.Dispose();

    private async ValueTask<IMediaSource> SourceAsync(CancellationToken cancellationToken)
    {
        if (_source is { } ready)
            return ready;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return _source ??= await OpenAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<IMediaSource> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            var store = new ParameterStore(CognitoHttp.CreateClient(), settings.Credentials, settings.Region, settings.ParametersEndpoint, clock);
            var options = new TmdbOptions
            {
                Key = await store.ReadAsync(parameter, cancellationToken),
                BaseAddress = settings.TmdbAddress ?? TmdbOptions.DefaultBaseAddress,
            };
            return new TmdbSource(options, TmdbHttp.CreateClient(), clock, random, log);
        }
        catch (ParameterException unreadable)
        {
            throw new SourceRefusedException(unreadable.Message);
        }
        catch (UnavailableException unavailable)
        {
            throw new SourceUnavailableException("TMDB's key could not be read.", unavailable);
        }
    }
}
