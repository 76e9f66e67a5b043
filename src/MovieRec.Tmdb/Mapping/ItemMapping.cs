using MovieRec.Engine.Titles;
using MovieRec.Tmdb.Wire;

namespace MovieRec.Tmdb.Mapping;

/// <summary>Conversion of TMDB's list items to titles with the facts that lists contain.</summary>
internal static class ItemMapping
{
    /// <summary>Converts an item of a list; returns null if it is unusable or an adult title.</summary>
    /// <param name="item">The item.</param>
    /// <param name="kind">Kind of the list's titles; null for a mixed list, whose items contain their kind.</param>
    public static Title? ToTitle(this ItemJson item, MediaKind? kind)
    {
        if (kind is null)
        {
            if (!TitleKey.TryParseKind(item.MediaType, out var said))
                return null;
            kind = said;
        }
        return Values.Count(item.Id) is { } id ? item.ToTitle(new TitleKey(kind.Value, id)) : null;
    }

    public static Title? ToTitle(this ItemJson item, TitleKey key)
    {
        var (given, original, date) = key.Kind == MediaKind.Tv
            ? (item.Name, item.OriginalName, item.FirstAirDate)
            : (item.Title, item.OriginalTitle, item.ReleaseDate);
        var name = Values.Text(given) ?? Values.Text(original);
        if (name is null || item.Adult || item.Softcore)
            return null;
        return new Title
        {
            Key = key,
            Name = name,
            OriginalName = Values.Text(original) is { } other && other != name ? other : null,
            ReleaseDate = Values.Date(date),
            GenreIds = item.GenreIds,
            Countries = Countries(item),
            OriginalLanguage = Values.Language(item.OriginalLanguage),
            VoteAverage = item.VoteCount == 0 || !(item.VoteAverage is >= 0 and <= 10) ? null : item.VoteAverage,
            VoteCount = item.VoteCount == 0 ? 0 : Values.Count(item.VoteCount),
            Popularity = item.Popularity > 0 ? item.Popularity : 0,
            Overview = Values.Text(item.Overview),
            PosterPath = Values.Path(item.PosterPath),
            BackdropPath = Values.Path(item.BackdropPath),
        };
    }

    private static List<string> Countries(ItemJson item)
    {
        var countries = new List<string>();
        foreach (var text in item.OriginCountry)
        {
            if (Values.Country(text) is { } country && !countries.Contains(country))
                countries.Add(country);
        }
        return countries;
    }
}
