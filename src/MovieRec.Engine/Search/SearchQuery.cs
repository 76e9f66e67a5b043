using MovieRec.Engine.Text;

namespace MovieRec.Engine.Search;

/// <summary>Parsed query: its different words, and each two neighbours joined to one word.</summary>
/// <remarks>Neighbours are joined because "spider man" is written "spiderman" in some titles.</remarks>
internal sealed class SearchQuery
{
    /// <summary>Maximum number of words; further ones do not count.</summary>
    public const int Most = 12;

    private const int MostCharacters = 160;

    private SearchQuery(List<string> all)
    {
        Text = string.Join(' ', all);
        Tight = string.Concat(all);
        foreach (var word in all)
        {
            if (!Words.Contains(word))
                Words.Add(word);
        }
        for (var at = 1; at < all.Count; at++)
            Compounds.Add((all[at - 1] + all[at], (1 << Words.IndexOf(all[at - 1])) | (1 << Words.IndexOf(all[at]))));
    }

    /// <summary>All words, folded, separated by single spaces.</summary>
    public string Text { get; }

    /// <summary>All words, folded, without spaces.</summary>
    public string Tight { get; }

    /// <summary>Different words; the index of a word is the number of its bit.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Neighbouring words joined to one, with the bits of both.</summary>
    public List<(string Word, int Bits)> Compounds { get; } = [];

    /// <summary>Bits of all words.</summary>
    public int All => (1 << Words.Count) - 1;

    /// <summary>Parses a query; returns null if it has no words.</summary>
    public static SearchQuery? Parse(string? query)
    {
        var words = Folding.GetWords(query ?? "", MostCharacters);
        if (words.Count > Most)
            words.RemoveRange(Most, words.Count - Most);
        return words.Count > 0 ? new SearchQuery(words) : null;
    }
}
