using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;

namespace MovieRec.Tmdb.Requests;

/// <summary>Factory of the requests to version 3 of TMDB's API.</summary>
internal sealed class TmdbRequests(string language)
{
    /// <summary>Last page that TMDB serves; it rejects later ones (status 400, code 22).</summary>
    public const int LastPage = 500;

    // No title is longer, and an address has a maximum length.
    private const int MaxQueryLength = 200;

    private readonly string _language = "language=" + Uri.EscapeDataString(language);

    public TmdbRequest List(SourceList list, int page)
    {
        var kind = TitleKey.GetName(list.Kind);
        var filtered = list.Genre is not null || list.Year is not null;
        var address = list.Order switch
        {
            SourceOrder.Trending => $"trending/{kind}/week?",
            SourceOrder.TopRated => $"{kind}/top_rated?",
            SourceOrder.Popular when !filtered => $"{kind}/popular?",
            SourceOrder.Popular => Discover(list, "popularity.desc"),
            _ => Discover(list, "vote_count.desc"),
        };
        return new($"{kind} list", $"{address}{_language}&page={page}", IsList: true);
    }

    public TmdbRequest Search(string text, MediaKind? kind, int page, int? year = null)
    {
        var path = kind is { } one ? TitleKey.GetName(one) : "multi";
        var filter = year is { } wanted ? $"&{(kind == MediaKind.Tv ? "first_air_date_year" : "primary_release_year")}={wanted}" : "";
        var query = Uri.EscapeDataString(text.Length > MaxQueryLength ? text[..MaxQueryLength] : text);
        return new($"{path} search", $"search/{path}?query={query}&include_adult=false{filter}&{_language}&page={page}", IsList: true);
    }

    public TmdbRequest Details(TitleKey key)
    {
        var ratings = key.Kind == MediaKind.Tv ? "content_ratings" : "release_dates";
        return new(
            $"{key.KindName} details",
            $"{key.KindName}/{key.Id}?append_to_response=credits,keywords,external_ids,{ratings}&{_language}",
            IsList: false);
    }

    /// <param name="id">Id of the title at the other site.</param>
    /// <param name="source"><c>imdb_id</c> or <c>wikidata_id</c>.</param>
    public TmdbRequest Find(string id, string source) =>
        new("find", $"find/{Uri.EscapeDataString(id)}?external_source={source}&{_language}", IsList: true);

    private static string Discover(SourceList list, string order)
    {
        var genre = list.Genre is { } wanted ? $"with_genres={wanted}&" : "";
        var field = list.Kind == MediaKind.Tv ? "first_air_date_year" : "primary_release_year";
        var year = list.Year is { } released ? $"{field}={released}&" : "";
        return $"discover/{TitleKey.GetName(list.Kind)}?sort_by={order}&include_adult=false&{genre}{year}";
    }
}
