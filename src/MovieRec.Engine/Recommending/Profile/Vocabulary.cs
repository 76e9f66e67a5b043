using System.Collections.Frozen;
using System.Globalization;
using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Text;

namespace MovieRec.Engine.Recommending.Profile;

/// <summary>Meaning of a user's word, expressed in facts of titles.</summary>
internal sealed record WordMeaning
{
    /// <summary>Genres with strengths, negative if the word counts against a genre.</summary>
    public (int Genre, float Strength)[] Genres { get; init; } = [];

    /// <summary>Names of <see cref="FeatureField.GenrePair"/> features.</summary>
    public string[] Blends { get; init; } = [];

    /// <summary>First and last year of release.</summary>
    public (int First, int Last)? Years { get; init; }

    /// <summary>Ways of discovery that the word requests.</summary>
    public Discovery Discovery { get; init; }
}

/// <summary>Table of words that users choose for moods, subgenres, eras and the like.</summary>
/// <remarks>A word that the table lacks is ignored, unless it is a title's keyword. <c>docs/recommender.md</c> describes it.</remarks>
internal static partial class Vocabulary
{
    private static readonly FrozenDictionary<string, WordMeaning> s_words = Build();

    /// <summary>Finds the meaning of a word or of a time such as <c>1980s</c>; returns false if it has none.</summary>
    /// <remarks>Case, accents, hyphens and spaces are ignored: <c>film-noir</c>, <c>filmNoir</c>, <c>Film Noir</c>.</remarks>
    public static bool TryFind(string word, out WordMeaning meaning)
    {
        var tight = Folding.FoldTight(word);
        if (s_words.TryGetValue(tight, out meaning!))
            return true;
        // A decade or a year: 1980s, 80s, 1985.
        var digits = tight.TrimEnd('s');
        if (digits.Length is not (2 or 4) || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return false;
        if (digits.Length == 2)
            year += year < 30 ? 2000 : 1900;
        if (year is < 1890 or > 2100)
            return false;
        meaning = new WordMeaning { Years = tight.EndsWith('s') ? (year / 10 * 10, (year / 10 * 10) + 9) : (year, year) };
        return true;
    }

    private static FrozenDictionary<string, WordMeaning> Build()
    {
        var words = new Dictionary<string, WordMeaning>(StringComparer.Ordinal);
        foreach (var (line, genres, blends) in Tastes())
        {
            foreach (var word in line.Split(' '))
            {
                words[word] =
                    new WordMeaning { Genres = Parse(genres), Blends = [.. blends.Split(' ', StringSplitOptions.RemoveEmptyEntries)] };
            }
        }
        foreach (var (line, first, last) in Times())
        {
            foreach (var word in line.Split(' '))
                words[word] = new WordMeaning { Years = (first, last) };
        }
        foreach (var (line, discovery) in Ways())
        {
            foreach (var word in line.Split(' '))
                words[word] = new WordMeaning { Discovery = discovery };
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static (int Genre, float Strength)[] Parse(string genres) =>
        Array.ConvertAll(genres.Split(' ', StringSplitOptions.RemoveEmptyEntries), genre => genre.StartsWith('-')
            ? (int.Parse(genre.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture), -1f)
            : (int.Parse(genre, NumberStyles.None, CultureInfo.InvariantCulture), 1f));
}
