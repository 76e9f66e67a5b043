using System.Text.Json;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Tmdb;

/// <summary>Writes titles as TMDB does.</summary>
internal static class TmdbWriter
{
    public static void WriteItem(Utf8JsonWriter json, TmdbTitle title, bool saysKind)
    {
        json.WriteStartObject();
        WriteFacts(json, title);
        if (saysKind)
            json.WriteString("media_type", title.Facts.Key.KindName);
        if (title.ListsGenres)
        {
            json.WriteStartArray("genre_ids");
            foreach (var genre in title.Facts.GenreIds)
                json.WriteNumberValue(genre);
            json.WriteEndArray();
        }
        if (title.Facts.Key.Kind == MediaKind.Tv)
            WriteTexts(json, "origin_country", title.Facts.Countries);
        json.WriteEndObject();
    }

    public static void WriteDetails(Utf8JsonWriter json, TmdbTitle title)
    {
        var facts = title.Facts;
        json.WriteStartObject();
        WriteFacts(json, title);
        WriteNamed(json, "genres", facts.GenreIds, static genre => (genre, Genres.GetName(genre) ?? "Other"));
        json.WriteStartArray("production_countries");
        foreach (var country in facts.Countries)
        {
            json.WriteStartObject();
            json.WriteString("iso_3166_1", country);
            json.WriteString("name", $"The country {country}");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (facts.Key.Kind == MediaKind.Tv)
            WriteSeries(json, title);
        else
            WriteFilm(json, title);
        json.WriteStartObject("external_ids");
        json.WriteString("imdb_id", facts.ImdbId);
        json.WriteString("wikidata_id", facts.WikidataId);
        json.WriteNull("facebook_id");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFilm(Utf8JsonWriter json, TmdbTitle title)
    {
        var facts = title.Facts;
        json.WriteString("imdb_id", facts.ImdbId);
        json.WriteNumber("runtime", facts.RuntimeMinutes ?? 0);
        json.WriteString("status", "Released");
        json.WriteStartObject("credits");
        WriteCast(json, facts.Cast);
        json.WriteStartArray("crew");
        foreach (var director in facts.Directors)
            WriteCrew(json, director, "Director");
        WriteCrew(json, "Other Person", "Producer");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("keywords");
        WriteNamed(json, "keywords", facts.Keywords, static word => (word.Length, word));
        json.WriteEndObject();
        json.WriteStartObject("release_dates");
        json.WriteStartArray("results");
        WriteRelease(json, "NL", "");
        if (facts.Certification is { } certification)
            WriteRelease(json, title.CertifiedIn, certification);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, TmdbTitle title)
    {
        var facts = title.Facts;
        WriteTexts(json, "origin_country", facts.Countries);
        WriteNamed(json, "created_by", facts.Directors, static name => (name.Length, name));
        json.WriteStartArray("episode_run_time");
        if (!title.TimesLastEpisodeAlone && facts.RuntimeMinutes is { } minutes)
            json.WriteNumberValue(minutes);
        json.WriteEndArray();
        json.WriteStartObject("last_episode_to_air");
        if (facts.RuntimeMinutes is { } last)
            json.WriteNumber("runtime", last);
        else
            json.WriteNull("runtime");
        json.WriteEndObject();
        json.WriteStartObject("credits");
        WriteCast(json, facts.Cast);
        json.WriteStartArray("crew");
        WriteCrew(json, "Other Person", "Executive Producer");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("keywords");
        WriteNamed(json, "results", facts.Keywords, static word => (word.Length, word));
        json.WriteEndObject();
        json.WriteStartObject("content_ratings");
        json.WriteStartArray("results");
        if (facts.Certification is { } certification)
        {
            json.WriteStartObject();
            json.WriteString("iso_3166_1", title.CertifiedIn);
            json.WriteString("rating", certification);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, TmdbTitle title)
    {
        var facts = title.Facts;
        var isSeries = facts.Key.Kind == MediaKind.Tv;
        json.WriteBoolean("adult", title.Adult);
        json.WriteBoolean("softcore", title.Softcore);
        json.WriteNumber("id", facts.Key.Id);
        json.WriteString(isSeries ? "name" : "title", facts.Name);
        json.WriteString(isSeries ? "original_name" : "original_title", facts.OriginalName ?? facts.Name);
        json.WriteString(isSeries ? "first_air_date" : "release_date", facts.ReleaseDate ?? "");
        json.WriteString("original_language", facts.OriginalLanguage);
        json.WriteNumber("vote_average", facts.VoteAverage ?? 0);
        json.WriteNumber("vote_count", facts.VoteCount ?? 0);
        json.WriteNumber("popularity", facts.Popularity);
        json.WriteString("overview", facts.Overview ?? "");
        json.WriteString("poster_path", facts.PosterPath);
        json.WriteString("backdrop_path", facts.BackdropPath);
        if (!isSeries)
            json.WriteBoolean("video", value: false);
    }

    // The least important first: a reader must look at the order.
    private static void WriteCast(Utf8JsonWriter json, IReadOnlyList<string> cast)
    {
        json.WriteStartArray("cast");
        for (var order = cast.Count - 1; order >= 0; order--)
        {
            json.WriteStartObject();
            json.WriteString("name", cast[order]);
            json.WriteString("character", "Character");
            json.WriteNumber("order", order);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCrew(Utf8JsonWriter json, string name, string job)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("job", job);
        json.WriteEndObject();
    }

    private static void WriteRelease(Utf8JsonWriter json, string country, string certification)
    {
        json.WriteStartObject();
        json.WriteString("iso_3166_1", country);
        json.WriteStartArray("release_dates");
        foreach (var text in new[] { "", certification })
        {
            json.WriteStartObject();
            json.WriteString("certification", text);
            json.WriteNumber("type", 3);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteNamed<T>(Utf8JsonWriter json, string field, IEnumerable<T> items, Func<T, (int Id, string Name)> of)
    {
        json.WriteStartArray(field);
        foreach (var item in items)
        {
            var (id, name) = of(item);
            json.WriteStartObject();
            json.WriteNumber("id", id);
            json.WriteString("name", name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteTexts(Utf8JsonWriter json, string field, IEnumerable<string> texts)
    {
        json.WriteStartArray(field);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
