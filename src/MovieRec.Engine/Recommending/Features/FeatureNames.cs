using System.Globalization;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Features;

/// <summary>English names of a title's features.</summary>
internal static class FeatureNames
{
    /// <summary>Returns a genre's name in lower case, for use inside a sentence; null if the number is unknown.</summary>
    public static string? GetGenreName(int genre) => Genres.GetName(genre)?.ToLowerInvariant();

    /// <summary>Returns English fragments for a feature of a title; empty if there is nothing to name.</summary>
    /// <remarks>If <see cref="GenreBridge"/> added the genre, the title's own genre is named instead.</remarks>
    /// <param name="feature">The feature.</param>
    /// <param name="title">The title that has it.</param>
    /// <param name="people">Names of people by their features.</param>
    public static string[] GetNames(Feature feature, Title title, PersonNames people) => feature.Field switch
    {
        FeatureField.Genre => [.. GetGenre(Number(feature.Name), title)],
        FeatureField.GenrePair when feature.Name == TitleFeatures.Anime => ["anime"],
        FeatureField.GenrePair => [.. feature.Name.Split('+').SelectMany(genre => GetGenre(Number(genre), title)).Distinct()],
        FeatureField.Director => [people.Find(feature, title.Key) is { } name ? $"directed by {name}" : "the same director"],
        FeatureField.Cast => [people.Find(feature, title.Key) is { } name ? $"with {name}" : "some of the same cast"],
        FeatureField.Keyword => [feature.Spelling],
        FeatureField.Language => Languages.GetName(feature.Name) is { } language ? [$"in {language}"] : [],
        FeatureField.Decade => title.Year / 10 * 10 == Number(feature.Name) ? [$"from the {feature.Name}s"] : [],
        _ => [],
    };

    private static IEnumerable<string> GetGenre(int genre, Title title)
    {
        if (title.GenreIds.Contains(genre))
            return [GetGenreName(genre) ?? "the same genre"];
        foreach (var own in title.GenreIds)
        {
            foreach (var (film, _) in GenreBridge.GetRelated(own))
            {
                if (film == genre)
                    return [GetGenreName(own) ?? "the same genre"];
            }
        }
        return [];
    }

    private static int Number(string name) => int.Parse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
