using MovieRec.Engine.Titles;
using MovieRec.Tmdb.Wire;

namespace MovieRec.Tmdb.Mapping;

/// <summary>Conversion of TMDB's details to a title with all facts.</summary>
internal static class DetailsMapping
{
    private const int MaxCast = 10;
    private const int MaxKeywords = 40;

    /// <summary>Converts details; returns null without a name, or for an adult title.</summary>
    public static Title? ToDetails(this DetailsJson details, TitleKey key)
    {
        if (details.ToTitle(key) is not { } title)
            return null;
        var isSeries = key.Kind == MediaKind.Tv;
        var produced = Distinct(details.ProductionCountries, static country => Values.Country(country.Code), int.MaxValue);
        return title with
        {
            GenreIds = details.Genres.Count > 0 ? Genres(details.Genres) : title.GenreIds,
            Cast = Cast(details.Credits?.Cast ?? []),
            Directors = isSeries
                ? Distinct(details.CreatedBy, static person => Values.Text(person.Name), int.MaxValue)
                : Distinct(
                    details.Credits?.Crew ?? [], static person => person.Job == "Director" ? Values.Text(person.Name) : null, int.MaxValue),
            Keywords = Distinct(Keywords(details.Keywords), static keyword => Values.Text(keyword.Name)?.ToLowerInvariant(), MaxKeywords),
            Countries = produced.Count > 0 ? produced : title.Countries,
            Certification = Certifications.Find((isSeries ? details.ContentRatings : details.ReleaseDates)?.Results ?? []),
            RuntimeMinutes = isSeries ? EpisodeMinutes(details) : Values.Count(details.Runtime),
            ImdbId = Values.ImdbId(details.ImdbId) ?? Values.ImdbId(details.ExternalIds?.ImdbId),
            WikidataId = Values.WikidataId(details.ExternalIds?.WikidataId),
        };
    }

    // The keywords of films are in "keywords", those of series in "results".
    private static List<NamedJson> Keywords(KeywordsJson? keywords) =>
        keywords is null ? [] : keywords.Keywords.Count > 0 ? keywords.Keywords : keywords.Results;

    private static int? EpisodeMinutes(DetailsJson details) =>
        details.EpisodeRunTime.Length > 0 ? details.EpisodeRunTime[0] : Values.Count(details.LastEpisodeToAir?.Runtime ?? 0);

    private static List<int> Genres(List<NamedJson> genres)
    {
        var ids = new List<int>(genres.Count);
        foreach (var genre in genres)
        {
            if (Values.Count(genre.Id) is { } id && !ids.Contains(id))
                ids.Add(id);
        }
        return ids;
    }

    private static List<string> Cast(List<PersonJson> cast)
    {
        // Members without an order come last; the sort is stable.
        var ordered = cast.OrderBy(static person => double.IsNaN(person.Order) ? double.MaxValue : person.Order).ToList();
        return Distinct(ordered, static person => Values.Text(person.Name), MaxCast);
    }

    private static List<string> Distinct<T>(List<T> items, Func<T, string?> textOf, int most)
        where T : class
    {
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (texts.Count < most && textOf(item) is { } text && !texts.Contains(text))
                texts.Add(text);
        }
        return texts;
    }
}
