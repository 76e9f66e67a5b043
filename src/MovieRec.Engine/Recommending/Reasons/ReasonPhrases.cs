using System.Globalization;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Recommending.Scoring;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Reasons;

/// <summary>English fragments for terms other than similarity; each states only facts.</summary>
internal static class ReasonPhrases
{
    public static string Popularity(TitleStatistics standing, MediaKind kind)
    {
        var titles = kind == MediaKind.Tv ? "series" : "films";
        return standing.Popularity switch
        {
            >= 0.95f => $"One of the most popular {titles} of the catalogue",
            >= 0.75f => $"Among the better known {titles}",
            >= 0.5f => $"Better known than most {titles}",
            _ => $"Less known than most {titles}",
        };
    }

    public static string Rating(Title title) =>
        string.Create(CultureInfo.InvariantCulture, $"Rated {title.VoteAverage:0.0} of 10 by viewers");

    public static string Era(Title title) => string.Create(CultureInfo.InvariantCulture, $"Released in {title.Year}, a time you like");

    public static string Language(Title title, double points)
    {
        if (points < 0)
            return "Not in English, which you prefer";
        var name = Languages.GetName(Folding.Fold(title.OriginalLanguage ?? ""));
        return points < ScoreWeights.Language ? "Not in English, which you are open to"
            : name is null ? "In a language you like" : $"In {name}, a language you like";
    }

    public static string Runtime(RuntimePreference? length, bool wished) => (length, wished) switch
    {
        (RuntimePreference.Shorter, true) => "Short, as you like it",
        (RuntimePreference.Longer, true) => "Long, as you like it",
        (_, true) => "Of medium length, as you like it",
        (RuntimePreference.Shorter, false) => "Shorter than you like",
        _ => "Longer than you like",
    };

    /// <summary>Summarises several small terms, for instance "Smaller points: other titles on your lists, language".</summary>
    public static string Rest(List<ScoreTerm> parts)
    {
        var topics = parts.ConvertAll(part => part.Kind switch
        {
            ReasonKind.LikedTitle or ReasonKind.WatchlistTitle or ReasonKind.SimilarTitle => "likeness to other titles on your lists",
            ReasonKind.Genre => "other genres you spoke of",
            ReasonKind.Person => "other people you follow",
            ReasonKind.Keyword => "other words of yours",
            ReasonKind.Era => "time",
            ReasonKind.Language => "language",
            ReasonKind.Runtime => "length",
            ReasonKind.Discovery => "how you like to discover",
            ReasonKind.Popularity => "popularity",
            ReasonKind.Rating => "rating",
            _ => "other facts",
        }).Distinct().ToArray();
        return topics is ["likeness to other titles on your lists"]
            ? "Likeness to other titles on your lists"
            : $"Smaller points: {string.Join(", ", topics)}";
    }

    /// <summary>Joins the first two names with "and"; returns a single name unchanged.</summary>
    public static string Join(IReadOnlyList<string> names) => names.Count < 2 ? names[0] : $"{names[0]} and {names[1]}";
}
