using System.Globalization;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Features;

/// <summary>One fact of a title as a feature, before weighting.</summary>
/// <param name="Field">Which fact.</param>
/// <param name="Name">Unique within its field: a genre number, a person's token, a folded word, a code, a decade.</param>
/// <param name="Spelling">The name as people write it; of people a token where the catalogue is without names.</param>
/// <param name="Strength">Above 0, usually up to 1: how much of it the title has.</param>
internal readonly record struct RawFeature(FeatureField Field, string Name, string Spelling, float Strength);

/// <summary>Reads the features off a title. Bounded for any title: at most 8 genres, 4 directors, 10 of the cast, 40 keywords.</summary>
internal sealed class TitleFeatures
{
    /// <summary>Japanese animation, the one blend that is not two genres.</summary>
    public const string Anime = "anime";

    /// <summary>So many different people of each are looked at, the first ones.</summary>
    public const int MostDirectors = 4;
    public const int MostCast = 10;

    /// <summary>Says more than the pairs of genres beside it, which anime shares with every cartoon.</summary>
    private const float AnimeStrength = 2.5f;

    private readonly Dictionary<string, string> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    public static string BlendOf(int one, int other) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Min(one, other)}+{Math.Max(one, other)}");

    public static string GenreName(int genre) => genre.ToString(CultureInfo.InvariantCulture);

    public List<RawFeature> Of(Title title)
    {
        var features = new List<RawFeature>(40);
        AddGenres(features, title);
        AddAll(features, FeatureField.Director, title.Directors, MostDirectors, _ => 1);
        // Billing counts for something and not for much: half of our sources give no billing order.
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

    // Empty for nobody, as a name that folds to nothing is.
    private string TokenOf(string name)
    {
        if (!_tokens.TryGetValue(name, out var token))
            _tokens[name] = token = PersonToken.Of(name) is var known and not PersonToken.Nobody ? known : "";
        return token;
    }

    private static void AddGenres(List<RawFeature> features, Title title)
    {
        var genres = new List<(int Genre, float Strength, int From)>();
        foreach (var from in title.GenreIds.Distinct().Take(8))
        {
            foreach (var (genre, strength) in GenreBridge.Of(from))
            {
                if (!genres.Exists(known => known.Genre == genre))
                    genres.Add((genre, strength, from));
            }
        }
        for (var i = 0; i < genres.Count; i++)
        {
            Add(features, FeatureField.Genre, GenreName(genres[i].Genre), genres[i].Strength);
            for (var j = 0; j < i; j++)
            {
                if (genres[i].From != genres[j].From)
                    Add(features, FeatureField.Blend, BlendOf(genres[i].Genre, genres[j].Genre), genres[i].Strength * genres[j].Strength);
            }
        }
        if (title.OriginalLanguage == "ja" && genres.Exists(known => known.Genre == 16))
            Add(features, FeatureField.Blend, Anime, AnimeStrength);
    }

    private void AddAll(List<RawFeature> features, FeatureField field, IReadOnlyList<string> names, int most, Func<int, float> strength)
    {
        var place = 0;
        var first = features.Count;
        foreach (var spelling in names)
        {
            var name = field is FeatureField.Director or FeatureField.Cast ? TokenOf(spelling) : Fold(spelling);
            if (name.Length == 0 || features.FindIndex(first, known => known.Name == name) >= 0)
                continue;
            features.Add(new RawFeature(field, name, spelling, strength(place)));
            if (++place == most)
                break;
        }
    }

    // A film of 1979 is nearer to one of 1981 than to one of 1971: it belongs to both decades by its distance from their middles.
    private static void AddDecade(List<RawFeature> features, int year)
    {
        var decade = year / 10 * 10;
        var beyondMiddle = (year - decade - 4.5f) / 10;
        Add(features, FeatureField.Decade, GenreName(decade), 1 - Math.Abs(beyondMiddle));
        Add(features, FeatureField.Decade, GenreName(decade + (beyondMiddle < 0 ? -10 : 10)), Math.Abs(beyondMiddle));
    }

    private static void Add(List<RawFeature> features, FeatureField field, string name, float strength) =>
        features.Add(new RawFeature(field, name, name, strength));
}
