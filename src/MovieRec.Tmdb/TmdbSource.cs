using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;
using MovieRec.Tmdb.Mapping;
using MovieRec.Tmdb.Matching;
using MovieRec.Tmdb.Requests;
using MovieRec.Tmdb.Wire;

namespace MovieRec.Tmdb;

/// <summary>Source of titles: The Movie Database (TMDB), version 3 of its API; one per process, since it enforces the limits.</summary>
public sealed class TmdbSource : IMediaSource, IDisposable
{
    private readonly TmdbClient _client;
    private readonly TmdbRequests _requests;
    private readonly TitleMatcher _matcher;

    /// <param name="options">Settings of requests.</param>
    /// <param name="http">From <see cref="TmdbHttp.CreateClient"/>; the caller disposes of it.</param>
    /// <param name="clock">Times limits, delays and <c>Retry-After</c>.</param>
    /// <param name="random">Jitter of delays.</param>
    /// <param name="log">Receives endpoints, statuses and numbers; never a key, an address or a text.</param>
    /// <exception cref="SourceRefusedException">The key is not a key of TMDB.</exception>
    /// <exception cref="ArgumentException">Another option is out of its range.</exception>
    public TmdbSource(TmdbOptions options, HttpClient http, TimeProvider clock, Random random, ILogger log)
    {
        _client = new TmdbClient(options, http, clock, random, log);
        _requests = new TmdbRequests(options.Language);
        _matcher = new TitleMatcher(_client, _requests);
    }

    /// <inheritdoc/>
    public async Task<SourcePage> ListAsync(SourceList list, int page, CancellationToken cancellationToken) =>
        IsThere(page) ? Pages.From(
            await _client.AskAsync(_requests.List(list, page), TmdbJson.Default.PageJson, cancellationToken), list.Kind) : Pages.Empty;

    /// <inheritdoc/>
    public async Task<SourcePage> SearchAsync(string text, MediaKind? kind, int page, CancellationToken cancellationToken) =>
        IsThere(page) && !string.IsNullOrWhiteSpace(text)
            ? Pages.From(
                await _client.AskAsync(_requests.Search(text.Trim(), kind, page), TmdbJson.Default.PageJson, cancellationToken), kind)
            : Pages.Empty;

    /// <inheritdoc/>
    public async Task<Title?> DetailsAsync(TitleKey key, CancellationToken cancellationToken)
    {
        // TMDB's ids have 32 bits; larger ones are those of embedded titles.
        if (key.Id is < 1 or > int.MaxValue)
            return null;
        var details = await _client.AskAsync(_requests.Details(key), TmdbJson.Default.DetailsJson, cancellationToken);
        return details?.ToDetails(key);
    }

    /// <inheritdoc/>
    public Task<TitleKey?> MatchAsync(Title title, CancellationToken cancellationToken) => _matcher.MatchAsync(title, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static bool IsThere(int page)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        return page <= TmdbRequests.LastPage;
    }
}
