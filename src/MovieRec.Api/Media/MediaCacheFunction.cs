using MovieRec.Api.Http;

namespace MovieRec.Api.Media;

/// <summary><c>GET /media</c>: lists, titles by id, and search over the catalogue.</summary>
public sealed class MediaCacheFunction(CatalogueCache catalogue, TimeProvider clock) : IFunction
{
    private static readonly KeyValuePair<string, string> s_cacheControl = new("Cache-Control", "public, max-age=300");

    private readonly AnswerCache _answers = new();

    public async Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var loaded = await catalogue.CurrentAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var key = AnswerCache.KeyOf(request, loaded.Catalogue.Version, now);
        if (_answers.Find(key) is not { } answer)
        {
            if (!MediaQuery.Read(request).Succeeded(out var query, out var failure))
                return Responses.Failure(failure, request.RequestId);
            var body = Body(query, loaded, MediaSelection.Of(query, loaded, now, cancellationToken));
            answer = new Answer(WireJson.Write(body, MediaJson.Default.MediaBody));
            _answers.Keep(key, answer);
        }

        return answer.Matches(request.Headers.GetValueOrDefault("If-None-Match"))
            ? new ApiResponse(304, ReadOnlyMemory<byte>.Empty, s_cacheControl, answer.ETagField)
            : new ApiResponse(200, answer.Body, s_cacheControl, answer.ETagField);
    }

    private static MediaBody Body(MediaQuery query, LoadedCatalogue loaded, MediaSelection selection) => new(
        selection.Rows.ToList().ConvertAll(row => MediaItem.Of(loaded.Catalogue[row])),
        query.Page,
        (selection.Total + query.Limit - 1) / query.Limit,
        selection.Total,
        query.Search is null ? query.ListType : "search",
        query.KindName,
        loaded.IsEmbedded ? "embedded" : "cache");
}
