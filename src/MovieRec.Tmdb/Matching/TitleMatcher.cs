using MovieRec.Engine.Titles;
using MovieRec.Tmdb.Mapping;
using MovieRec.Tmdb.Requests;
using MovieRec.Tmdb.Wire;

namespace MovieRec.Tmdb.Matching;

/// <summary>Match of a title of another source with one of TMDB: by ids, else by name and year.</summary>
internal sealed class TitleMatcher(TmdbClient client, TmdbRequests requests)
{
    public async Task<TitleKey?> MatchAsync(Title title, CancellationToken cancellationToken)
    {
        // Ids are merged and deleted at TMDB, so a known one is checked.
        if (title.TmdbId is { } id && new TitleKey(title.Key.Kind, id) is var same
            && await client.AskAsync(requests.Details(same), TmdbJson.Default.DetailsJson, cancellationToken) is not null)
        {
            return same;
        }
        if (Values.WikidataId(title.WikidataId) is { } wikidata
            && await FindAsync(title.Key.Kind, wikidata, "wikidata_id", cancellationToken) is { } known)
        {
            return known;
        }
        if (Values.ImdbId(title.ImdbId) is { } imdb && await FindAsync(title.Key.Kind, imdb, "imdb_id", cancellationToken) is { } listed)
            return listed;
        if (title.Year is not { } year || string.IsNullOrWhiteSpace(title.Name))
            return null;
        return NameMatch.FindInYear(title, await SearchAsync(title, year, cancellationToken))
            ?? NameMatch.FindNearYear(title, await SearchAsync(title, year: null, cancellationToken));
    }

    private async Task<TitleKey?> FindAsync(MediaKind kind, string id, string source, CancellationToken cancellationToken)
    {
        if (await client.AskAsync(requests.Find(id, source), TmdbJson.Default.FoundJson, cancellationToken) is not { } found)
            return null;
        var titles = Pages.GetTitles(kind == MediaKind.Tv ? found.TvResults : found.MovieResults, kind);
        return titles.Count == 1 ? titles[0].Key : null;
    }

    private async Task<IReadOnlyList<Title>> SearchAsync(Title title, int? year, CancellationToken cancellationToken)
    {
        var request = requests.Search(title.Name, title.Key.Kind, page: 1, year);
        return await client.AskAsync(request, TmdbJson.Default.PageJson, cancellationToken) is { } page
            ? Pages.GetTitles(page.Results, title.Key.Kind)
            : [];
    }
}
