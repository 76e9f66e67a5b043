using System.Text;
using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Text;

namespace MovieRec.Engine.Recommending.Profile;

/// <summary>Conversion of stated preferences (genres, words) to terms of the profile.</summary>
internal static class StatedPreferences
{
    private const double Neutral = 5.5;
    private const int MostWords = 60;
    private const int MostPairedGenres = 8;

    public static void AddTo(List<ProfileTerm> sources, TastePreferences preferences, FeatureSpace space)
    {
        var genres = Genres(preferences);
        foreach (var (genre, affinity) in genres)
        {
            var source = new ProfileTerm { Kind = ReasonKind.Genre, Text = GetText(genre, preferences), Weight = 1, Said = [] };
            AddGenre(source, genre, (float)affinity, space);
            Keep(sources, source);
        }
        AddPairs(sources, genres, space);
        foreach (var word in GetWords(preferences))
        {
            var source = new ProfileTerm
            {
                Kind = ReasonKind.Keyword,
                Text = $"Fits your taste for “{Spell(word)}”",
                Weight = (float)ScoreWeights.Word,
                Said = [],
            };
            if (Vocabulary.TryFind(word, out var meaning))
            {
                foreach (var (genre, strength) in meaning.Genres)
                    AddGenre(source, genre, strength, space);
                foreach (var blend in meaning.Blends)
                    Add(source, FeatureField.GenrePair, blend, 1, space);
            }
            Add(source, FeatureField.Keyword, Folding.Fold(word), 1, space);
            Keep(sources, source);
        }
    }

    /// <summary>Returns the words of all lists in which a word has the same meaning.</summary>
    public static IEnumerable<string> GetWords(TastePreferences preferences) => preferences.Keywords
        .Concat(preferences.Subgenres).Concat(preferences.Moods).Concat(preferences.Aesthetics)
        .Concat(preferences.StoryStructures).Concat(preferences.Characters).Concat(preferences.CriticalAcclaim).Concat(preferences.Eras)
        .Where(word => !string.IsNullOrWhiteSpace(word))
        .Select(word => word.Trim())
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Take(MostWords);

    // A rating says more than a chosen favourite: if there are both, the favourite only adds a little.
    private static List<(int Genre, double Affinity)> Genres(TastePreferences preferences)
    {
        var affinities = new Dictionary<int, double>();
        foreach (var genre in preferences.FavouriteGenres)
            affinities[genre] = ScoreWeights.FavouriteGenre;
        foreach (var (genre, rating) in preferences.GenreRatings.Where(rated => double.IsFinite(rated.Value)))
        {
            var affinity = (Math.Clamp(rating, 1, 10) - Neutral) / (10 - Neutral);
            affinities[genre] = Math.Clamp(affinity + (affinities.ContainsKey(genre) ? 0.3 : 0), -1, 1);
        }
        var rated = affinities.Where(known => known.Value != 0).ToList();
        return [.. rated.ConvertAll(known => (Genre: known.Key, Affinity: known.Value)).OrderByDescending(known => known.Affinity)
            .ThenBy(known => known.Genre)];
    }

    private static string GetText(int genre, TastePreferences preferences)
    {
        var name = GetName(genre);
        return !preferences.GenreRatings.TryGetValue(genre, out var rating) || !double.IsFinite(rating) ? $"You like {name}"
            : rating >= 7.5 ? $"You rate {name} highly"
            : rating > Neutral ? $"You rate {name} above average"
            : preferences.FavouriteGenres.Contains(genre) ? $"You named {name} and rate it modestly"
            : $"You rate {name} low";
    }

    // TMDB may have genres that are newer than this program, and a number is of no use to the user.
    private static string GetName(int genre) => FeatureNames.GetGenreName(genre) ?? "its genre";

    private static void AddPairs(List<ProfileTerm> sources, List<(int Genre, double Affinity)> genres, FeatureSpace space)
    {
        var liked = genres.Where(genre => genre.Affinity > 0).Take(MostPairedGenres).ToArray();
        for (var i = 0; i < liked.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var text = $"You like both {GetName(liked[j].Genre)} and {GetName(liked[i].Genre)}";
                var source = new ProfileTerm { Kind = ReasonKind.Genre, Text = text, Weight = (float)ScoreWeights.GenrePair, Said = [] };
                Add(source, FeatureField.GenrePair, TitleFeatures.GetBlend(liked[i].Genre, liked[j].Genre),
                    (float)Math.Min(liked[i].Affinity, liked[j].Affinity), space);
                Keep(sources, source);
            }
        }
    }

    private static void AddGenre(ProfileTerm source, int genre, float affinity, FeatureSpace space)
    {
        foreach (var (film, strength) in GenreBridge.GetRelated(genre))
            Add(source, FeatureField.Genre, TitleFeatures.GenreName(film), affinity * strength, space);
    }

    private static void Add(ProfileTerm source, FeatureField field, string name, float value, FeatureSpace space)
    {
        if (space.TryFind(field, name, out var feature))
            source.Said.Add((feature, value));
    }

    private static void Keep(List<ProfileTerm> sources, ProfileTerm source)
    {
        if (source.Said.Count > 0)
            sources.Add(source);
    }

    /// <summary>Spells a code word in plain letters: <c>familyFriendly</c> and <c>family_friendly</c> become "family friendly".</summary>
    /// <remarks>Clients save such words for moods, subgenres and the like. A word that begins with a capital is a name and stays as it
    /// is.</remarks>
    private static string Spell(string word)
    {
        var isCamelCase = char.IsLower(word[0]) && !word.Contains(' ', StringComparison.Ordinal);
        var plain = new StringBuilder(word.Length + 4);
        foreach (var letter in word.Replace('_', ' '))
        {
            if (isCamelCase && char.IsUpper(letter) && plain is [.., var last] && char.IsLower(last))
                plain.Append(' ');
            plain.Append(isCamelCase ? char.ToLowerInvariant(letter) : letter);
        }
        return plain.ToString();
    }
}
