using System.Text.Json;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Tmdb;

/// <summary>Responses of the paths of version 3 of TMDB's API.</summary>
internal static class TmdbEndpoints
{
    private const int PageSize = 20;

    public static TmdbResponse Response(TmdbTitles titles, string path, IReadOnlyDictionary<string, string> query)
    {
        var parts = path.Split('/');
        switch (parts)
        {
            case ["search", "movie" or "tv" or "multi"]:
                return Search(titles, parts[1], query);
            case ["find", var id]:
                return Find(titles, Uri.UnescapeDataString(id), query.GetValueOrDefault("external_source"));
            case ["trending", "movie" or "tv", "week"]:
                return List(titles, parts[1], "trending", query, title => unchecked((uint)(title.Key.Id * 2_654_435_761)));
            case ["movie" or "tv", "popular"]:
                return List(titles, parts[0], "popular", query, title => title.Popularity);
            case ["movie" or "tv", "top_rated"]:
                return List(titles, parts[0], "top_rated", query, title => title.VoteAverage ?? 0);
            case ["discover", "movie" or "tv"]:
                return Discover(titles, parts[1], query);
            case ["movie" or "tv", var number] when TitleKey.TryParseKind(parts[0], out var kind)
                && TitleKey.TryParseId(number, out var id):
                return titles.Find(new TitleKey(kind, id)) is { } title
                    ? TmdbResponse.Create(json => TmdbWriter.WriteDetails(json, title))
                    : TmdbResponse.Create(404, TmdbErrors.NotFound);
            default:
                return TmdbResponse.Create(404, TmdbErrors.NotFound);
        }
    }

    private static TmdbResponse List(
        TmdbTitles titles, string kindName, string name, IReadOnlyDictionary<string, string> query, Func<Title, double> order)
    {
        var kind = kindName == "tv" ? MediaKind.Tv : MediaKind.Movie;
        return Page(titles, titles.List($"{kindName} {name}", kind, _ => true, order), query, saysKind: name == "trending");
    }

    private static TmdbResponse Discover(TmdbTitles titles, string kindName, IReadOnlyDictionary<string, string> query)
    {
        var kind = kindName == "tv" ? MediaKind.Tv : MediaKind.Movie;
        var genre = query.GetValueOrDefault("with_genres");
        var year = query.GetValueOrDefault(kind == MediaKind.Tv ? "first_air_date_year" : "primary_release_year");
        var order = query.GetValueOrDefault("sort_by");
        var withAdult = query.GetValueOrDefault("include_adult") != "false";
        if (year is not null && !int.TryParse(year, out _))
            return TmdbResponse.Create(422, TmdbErrors.InvalidDate);
        bool IsIn(TmdbTitle title) => (withAdult || !title.Adult)
            && (genre is null || title.Facts.GenreIds.Contains(int.Parse(genre)))
            && (year is null || title.Facts.Year == int.Parse(year));
        var list = titles.List($"{kindName} {order} {genre} {year} {withAdult}", kind, IsIn,
            title => order == "vote_count.desc" ? title.VoteCount ?? 0 : title.Popularity);
        return Page(titles, list, query, saysKind: false);
    }

    // Persons and collections are mixed in, as in search/multi; a person's known_for holds titles.
    private static TmdbResponse Search(TmdbTitles titles, string where, IReadOnlyDictionary<string, string> query)
    {
        var withAdult = query.GetValueOrDefault("include_adult") == "true";
        var year = query.GetValueOrDefault(where == "tv" ? "first_air_date_year" : "primary_release_year");
        var found = titles.Search(query.GetValueOrDefault("query", ""))
            .Where(key => where == "multi" || key.KindName == where)
            .Where(key => titles.Find(key) is { } title && (withAdult || !title.Adult)
                && (year is null || title.Facts.Year?.ToString() == year));
        return Page(titles, [.. found], query, saysKind: where == "multi", mixesOthers: where == "multi");
    }

    private static TmdbResponse Page(
        TmdbTitles titles, TitleKey[] keys, IReadOnlyDictionary<string, string> query, bool saysKind, bool mixesOthers = false)
    {
        if (!int.TryParse(query.GetValueOrDefault("page", "1"), out var page) || page is < 1 or > 500)
            return TmdbResponse.Create(400, TmdbErrors.InvalidPage);
        return TmdbResponse.Create(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("page", page);
            json.WriteStartArray("results");
            if (mixesOthers && page == 1)
                WriteOthers(json);
            for (var at = (page - 1) * PageSize; at < Math.Min(keys.Length, page * PageSize); at++)
                TmdbWriter.WriteItem(json, titles.Find(keys[at])!, saysKind);
            json.WriteEndArray();
            json.WriteNumber("total_pages", (keys.Length + PageSize - 1) / PageSize);
            json.WriteNumber("total_results", keys.Length);
            json.WriteEndObject();
        });
    }

    private static TmdbResponse Find(TmdbTitles titles, string id, string? source)
    {
        var found = source switch
        {
            "imdb_id" => titles.FindBy(title => title.ImdbId, id),
            "wikidata_id" => titles.FindBy(title => title.WikidataId, id),
            _ => null,
        };
        return TmdbResponse.Create(json =>
        {
            json.WriteStartObject();
            foreach (var (field, kind) in new[] { ("movie_results", MediaKind.Movie), ("tv_results", MediaKind.Tv) })
            {
                json.WriteStartArray(field);
                if (found?.Facts.Key.Kind == kind)
                    TmdbWriter.WriteItem(json, found, saysKind: true);
                json.WriteEndArray();
            }
            TmdbWriter.WriteTexts(json, "person_results", []);
            json.WriteEndObject();
        });
    }

    private static void WriteOthers(Utf8JsonWriter json)
    {
        json.WriteRawValue("""{"media_type":"person","id":31,"name":"Tom Hanks","known_for":[{"media_type":"movie","id":13,"title":"Known For"}]}""");
        json.WriteRawValue("""{"media_type":"collection","id":2344,"name":"The Collection","title":"The Collection","adult":false}""");
    }
}
