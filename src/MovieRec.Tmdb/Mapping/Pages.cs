using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;
using MovieRec.Tmdb.Requests;
using MovieRec.Tmdb.Wire;

namespace MovieRec.Tmdb.Mapping;

/// <summary>Conversion of TMDB's pages to pages of titles.</summary>
internal static class Pages
{
    public static SourcePage Empty { get; } = new([], 0, 0);

    public static SourcePage From(PageJson? page, MediaKind? kind) => page is null ? Empty : new(
        GetTitles(page.Results, kind),
        Math.Min(Values.Count(page.TotalPages) ?? 0, TmdbRequests.LastPage),
        Values.Count(page.TotalResults) ?? 0);

    public static List<Title> GetTitles(List<ItemJson> items, MediaKind? kind)
    {
        var titles = new List<Title>(items.Count);
        foreach (var item in items)
        {
            if (item.ToTitle(kind) is { } title)
                titles.Add(title);
        }
        return titles;
    }
}
