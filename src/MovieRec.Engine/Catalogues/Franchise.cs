using System.Globalization;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Catalogues;

/// <summary>Groups of titles that, judging by their names, belong to one franchise.</summary>
/// <remarks>
/// Examples: "Scream" and "Scream 2", "Star Trek" and "Star Trek: Generations". Re-ranking uses them for diversity, and scoring as a sign
/// of renown (a success gets a sequel). They are guesses, so reasons only state that titles share a name.
/// </remarks>
internal static class Franchise
{
    /// <summary>Maximum number of titles with the same beginning; more have a common word rather than a franchise.</summary>
    private const int MostSharing = 20;

    /// <summary>Returns a number per row; rows of one franchise have the same number.</summary>
    public static int[] Find(Title[] titles)
    {
        var stems = new string[titles.Length];
        var beginnings = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < stems.Length; row++)
        {
            stems[row] = GetStem(titles[row].Name);
            foreach (var beginning in GetBeginnings(stems[row]))
                beginnings[beginning] = beginnings.GetValueOrDefault(beginning) + 1;
        }
        var whole = stems.ToHashSet(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var franchises = new int[stems.Length];
        for (var row = 0; row < stems.Length; row++)
        {
            var name = GetBeginnings(stems[row]).FirstOrDefault(start => whole.Contains(start) && beginnings[start] <= MostSharing)
                ?? stems[row];
            franchises[row] = numbers.TryGetValue(name, out var number) ? number : numbers[name] = numbers.Count;
        }
        return franchises;
    }

    /// <summary>Returns the name without article, subtitle and number; "Harry Potter and the ..." ends before "and the".</summary>
    internal static string GetStem(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var words = Folding.GetWords(colon > 0 ? name.AsSpan(0, colon) : name);
        if (words.Count > 1 && words[0] is "the" or "a" or "an")
            words.RemoveAt(0);
        for (var at = 2; at + 1 < words.Count; at++)
        {
            if (words[at] == "and" && words[at + 1] == "the")
                words.RemoveRange(at, words.Count - at);
        }
        while (words.Count > 1 && IsNumber(words[^1]))
            words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }

    private static IEnumerable<string> GetBeginnings(string stem)
    {
        for (int space = stem.IndexOf(' ', StringComparison.Ordinal), words = 1; space > 0 && words <= 2; words++)
        {
            // A short first word ("it", "up", "dr") begins too many unrelated titles.
            if (space >= 4)
                yield return stem[..space];
            space = stem.IndexOf(' ', space + 1);
        }
    }

    private static bool IsNumber(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        || word is "ii" or "iii" or "iv" or "v" or "vi" or "vii" or "viii" or "ix" or "part" or "vol" or "volume" or "chapter" or "episode";
}
