using MovieRec.Api.Catalogues;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary><c>GET /media</c>: lists, titles by id, and search over the catalogue, with look-ups at the source.</summary>
/// <param name="catalogue">Titles and their orders.</param>
/// <param name="titles">Facts for display.</param>
/// <param name="source">Look-up of titles that the catalogue lacks; null for none.</param>
/// <param name="clock">For the current year.</param>
public sealed class MediaCacheFunction(CatalogueCache catalogue, ITitleLookup titles, SourceLookup? source, TimeProvider clock) : IFunction
{
    private static readonly KeyValuePair<string, string> s_cacheControl = new("Cache-Control", "public, max-age=300");

    private readonly ResponseCache _responses = new();

    public async Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var loaded = await catalogue.CurrentAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var key = ResponseCache.GetKey(request, loaded.Catalogue.Version, now);
        if (_responses.Find(key) is not { } response)
        {
            if (!MediaQuery.Read(request).Succeeded(out var query, out var failure))
                return Responses.Failure(failure, request.RequestId);
            var page = query.Only.Count > 0
                ? await ByIdAsync(query, loaded, cancellationToken)
                : await FromCatalogueAsync(query, loaded, now, cancellationToken);
            response = new CachedResponse(WireJson.Write(Body(query, page), MediaJson.Default.MediaBody));
            // A title that must be looked up may be in the catalogue the next time.
            if (page.IsWhole)
                _responses.Keep(key, response);
        }

        return response.Matches(request.Headers.GetValueOrDefault("If-None-Match"))
            ? new ApiResponse(304, ReadOnlyMemory<byte>.Empty, s_cacheControl, response.ETagField)
            : new ApiResponse(200, response.Body, s_cacheControl, response.ETagField);
    }

    private async Task<MediaPage> FromCatalogueAsync(
        MediaQuery query, LoadedCatalogue loaded, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var selection = MediaSelection.Create(query, loaded, now, cancellationToken);
        if (selection.Total == 0 && source is not null && await source.FindAsync(query, cancellationToken) is { } elsewhere)
            return elsewhere;
        var chosen = new List<Title>(selection.Rows.Count);
        foreach (var row in selection.Rows)
            chosen.Add(loaded.Catalogue[row]);
        return new MediaPage(
            await WithFactsAsync(chosen, cancellationToken), selection.Total, GetSource(loaded), IsWhole: source is null
                || selection.Total > 0);
    }

    /// <summary>Returns the titles with their facts for display; the catalogue only has the facts for ranking.</summary>
    private async Task<List<Title>> WithFactsAsync(List<Title> chosen, CancellationToken cancellationToken)
    {
        var facts = new Dictionary<TitleKey, Title>(chosen.Count);
        foreach (var title in await titles.FindAsync(chosen.ConvertAll(title => title.Key), cancellationToken))
            facts[title.Key] = title;
        return chosen.ConvertAll(title => facts.GetValueOrDefault(title.Key, title));
    }

    private async Task<MediaPage> ByIdAsync(MediaQuery query, LoadedCatalogue loaded, CancellationToken cancellationToken)
    {
        var wanted = Candidates(query, loaded.Catalogue);
        var keys = wanted.GetRange(Math.Min(query.Skip, wanted.Count), Math.Clamp(wanted.Count - query.Skip, 0, query.Limit));
        var found = new Dictionary<TitleKey, Title>(keys.Count);
        foreach (var title in await titles.FindAsync(keys, cancellationToken))
            found[title.Key] = title;
        var asked = source is null ? [] : await source.ByIdAsync(keys, found.Keys, cancellationToken);
        foreach (var title in asked)
            found[title.Key] = title;

        var page = new List<Title>(keys.Count);
        foreach (var key in keys)
        {
            if (found.TryGetValue(key, out var title) && query.Fits(title))
                page.Add(title);
        }

        return new MediaPage(
            page, wanted.Count - keys.Count + page.Count, asked.Count > 0 ? MediaPage.FromSource : GetSource(loaded),
            IsWhole: page.Count == keys.Count && asked.Count == 0);
    }

    /// <summary>Returns the keys that may be in the response: fitting titles, and those to look up.</summary>
    private static List<TitleKey> Candidates(MediaQuery query, Catalogue catalogue)
    {
        var candidates = new List<TitleKey>(query.Only.Count);
        foreach (var key in query.Only)
        {
            if (candidates.Contains(key) || query.Excluded.Contains(key) || (query.Kind is { } kind && kind != key.Kind))
                continue;
            if (!catalogue.TryFind(key, out var row) || query.Fits(catalogue[row]))
                candidates.Add(key);
        }

        return candidates;
    }

    private static string GetSource(LoadedCatalogue loaded) => loaded.IsEmbedded ? MediaPage.FromEmbedded : MediaPage.FromCache;

    private static MediaBody Body(MediaQuery query, MediaPage page) => new(
        page.Titles.ConvertAll(MediaItem.From),
        query.Page,
        (page.Total + query.Limit - 1) / query.Limit,
        page.Total,
        query.Search is null ? query.ListType : "search",
        query.KindName,
        page.Source);
}
