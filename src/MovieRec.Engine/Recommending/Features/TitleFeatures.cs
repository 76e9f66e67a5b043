using System.Globalization;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Features;

/// <summary>Fact of a title as a feature, before weighting.</summary>
/// <param name="Field">Kind of fact.</param>
/// <param name="Name">Unique within its field: a genre number, a person's token, a folded word, a code, a decade.</param>
/// <param name="Spelling">The name for display; a person's token if the catalogue is without names.</param>
/// <param name="Strength">Degree to which the title has it: above 0, usually up to 1.</param>
internal readonly record struct RawFeature(FeatureField Field, string Name, string Spelling, float Strength);

/// <summary>Extraction of features from a title: at most 8 genres, 4 directors, 10 of the cast, 40 keywords.</summary>
internal sealed class TitleFeatures
{
    /// <summary>Name of the feature for Japanese animation, the only genre pair that does not consist of two genres.</summary>
    public const string Anime = "anime";

    /// <summary>Maximum number of different cast members, in the order of the list.</summary>
    public const int MostCast = 10;

    /// <summary>Strength of <see cref="Anime"/>; above 1, because its other genre pairs are shared with all animation.</summary>
    private const float AnimeStrength = 2.5f;

    private readonly Dictionary<string, string> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<(int One, int Other), string> _blends = [];
    private readonly Dictionary<int, string> _numbers = [];
    private readonly List<RawFeature> _features = new(64);
    private readonly List<(int Genre, float Strength, int From)> _genres = new(16);

    public static string GetBlend(int one, int other) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Min(one, other)}+{Math.Max(one, other)}");

    public static string GenreName(int genre) => genre.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the features of a title, in a list that the next call reuses.</summary>
    public List<RawFeature> Extract(Title title)
    {
        var features = _features;
        features.Clear();
        AddGenres(features, title);
        AddAll(features, FeatureField.Director, title.Directors, Title.MostDirectors, _ => 1);
        // The place in the billing has a small effect only, because half of the sources give no billing order.
        AddAll(features, FeatureField.Cast, title.Cast, MostCast, place => 1 / (1 + (0.12f * place)));
        AddAll(features, FeatureField.Keyword, title.Keywords, 40, _ => 1);
        AddAll(features, FeatureField.Country, title.Countries, 3, _ => 1);
        if (!string.IsNullOrWhiteSpace(title.OriginalLanguage))
            Add(features, FeatureField.Language, Fold(title.OriginalLanguage), 1);
        if (title.Year is { } year and > 1800 and < 3000)
            AddDecade(features, year);
        return features;
    }

    public string Fold(string text)
    {
        if (!_folded.TryGetValue(text, out var folded))
            _folded[text] = folded = Folding.Fold(text);
        return folded;
    }

    // Returns an empty text for a name that folds to nothing, as Fold does; its token is not empty.
    private string GetToken(string name)
    {
        if (!_tokens.TryGetValue(name, out var token))
            _tokens[name] = token = PersonToken.Create(name) is var known and not PersonToken.None ? known : "";
        return token;
    }

    private void AddGenres(List<RawFeature> features, Title title)
    {
        var (genres, different) = (_genres, 0);
        genres.Clear();
        for (var at = 0; at < title.GenreIds.Count && different < 8; at++)
        {
            var from = title.GenreIds[at];
            if (IsAmong(title.GenreIds, at, from))
                continue;
            different++;
            foreach (var (genre, strength) in GenreBridge.GetRelated(from))
            {
                if (!Has(genres, genre))
                    genres.Add((genre, strength, from));
            }
        }
        for (var i = 0; i < genres.Count; i++)
        {
            Add(features, FeatureField.Genre, GetName(genres[i].Genre), genres[i].Strength);
            for (var j = 0; j < i; j++)
            {
                if (genres[i].From != genres[j].From)
                {
                    Add(features, FeatureField.GenrePair, GetName(genres[i].Genre, genres[j].Genre),
                        genres[i].Strength * genres[j].Strength);
                }
            }
        }
        if (title.OriginalLanguage == "ja" && Has(genres, 16))
            Add(features, FeatureField.GenrePair, Anime, AnimeStrength);
    }

    private void AddAll(List<RawFeature> features, FeatureField field, IReadOnlyList<string> names, int most, Func<int, float> strength)
    {
        var place = 0;
        var first = features.Count;
        foreach (var spelling in names)
        {
            var name = field is FeatureField.Director or FeatureField.Cast ? GetToken(spelling) : Fold(spelling);
            if (name.Length == 0 || IsAmong(features, first, name))
                continue;
            features.Add(new RawFeature(field, name, spelling, strength(place)));
            if (++place == most)
                break;
        }
    }

    // A year counts for its decade and the nearer neighbour, by its distance from their middles: 1979 is nearer to 1981 than to 1971.
    private void AddDecade(List<RawFeature> features, int year)
    {
        var decade = year / 10 * 10;
        var beyondMiddle = (year - decade - 4.5f) / 10;
        Add(features, FeatureField.Decade, GetName(decade), 1 - Math.Abs(beyondMiddle));
        Add(features, FeatureField.Decade, GetName(decade + (beyondMiddle < 0 ? -10 : 10)), Math.Abs(beyondMiddle));
    }

    // Loops instead of LINQ: they run per person and keyword of every title, where a capturing lambda costs more than its body.
    private static bool IsAmong(List<RawFeature> features, int first, string name)
    {
        for (var at = first; at < features.Count; at++)
        {
            if (features[at].Name == name)
                return true;
        }
        return false;
    }

    private static bool IsAmong(IReadOnlyList<int> genres, int before, int genre)
    {
        for (var at = 0; at < before; at++)
        {
            if (genres[at] == genre)
                return true;
        }
        return false;
    }

    private static bool Has(List<(int Genre, float Strength, int From)> genres, int genre)
    {
        foreach (var known in genres)
        {
            if (known.Genre == genre)
                return true;
        }
        return false;
    }

    private string GetName(int number)
    {
        if (!_numbers.TryGetValue(number, out var name))
            _numbers[number] = name = GenreName(number);
        return name;
    }

    private string GetName(int one, int other)
    {
        if (!_blends.TryGetValue((one, other), out var name))
            _blends[(one, other)] = name = GetBlend(one, other);
        return name;
    }

    private static void Add(List<RawFeature> features, FeatureField field, string name, float strength) =>
        features.Add(new RawFeature(field, name, name, strength));
}
