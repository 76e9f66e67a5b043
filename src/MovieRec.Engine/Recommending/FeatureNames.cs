using System.Globalization;
using MovieRec.Engine.Features;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>Says in English what a title has, feature by feature.</summary>
internal static class FeatureNames
{
    /// <summary>A genre inside a sentence: <c>science fiction</c>, <c>sci-fi &amp; fantasy</c>; null for an unknown number.</summary>
    public static string? OfGenre(int genre) => Genres.NameOf(genre)?.ToLowerInvariant();

    /// <summary>
    /// The features of a field as fragments that are true of the title: its own genres where a bridge led there, its people in their own
    /// spelling. Empty where there is nothing to say.
    /// </summary>
    public static IEnumerable<string> Of(FeatureField field, string name, Title title) => field switch
    {
        FeatureField.Genre => GenreOf(Number(name), title),
        FeatureField.Blend when name == TitleFeatures.Anime => ["anime"],
        FeatureField.Blend => name.Split('+').SelectMany(genre => GenreOf(Number(genre), title)).Distinct(),
        FeatureField.Director => Person("directed by", name, title.Directors),
        FeatureField.Cast => Person("with", name, title.Cast),
        FeatureField.Keyword => [name],
        FeatureField.Language => LanguageTable.NameOf(name) is { } language ? [$"in {language}"] : [],
        FeatureField.Decade => title.Year / 10 * 10 == Number(name) ? [$"from the {name}s"] : [],
        _ => [],
    };

    /// <summary>The spelling of a credited name, null where nobody of that name is credited.</summary>
    public static string? Credited(string folded, IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => Text.Folding.Fold(name) == folded);

    private static IEnumerable<string> GenreOf(int genre, Title title)
    {
        if (title.GenreIds.Contains(genre))
            return [OfGenre(genre) ?? "the same genre"];
        foreach (var own in title.GenreIds)
        {
            foreach (var (film, _) in GenreBridge.Of(own))
            {
                if (film == genre)
                    return [OfGenre(own) ?? "the same genre"];
            }
        }
        return [];
    }

    private static string[] Person(string role, string folded, IReadOnlyList<string> names) =>
        Credited(folded, names) is { } name ? [$"{role} {name}"] : [];

    private static int Number(string name) => int.Parse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
