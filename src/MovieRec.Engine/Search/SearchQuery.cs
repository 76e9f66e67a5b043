using MovieRec.Engine.Text;

namespace MovieRec.Engine.Search;

/// <summary>Parsed query: its words, each once, and each two neighbours as one.</summary>
/// <remarks>"spider man" is written "spiderman" in some titles.</remarks>
internal sealed class SearchQuery
{
    /// <summary>More words of a query do not count.</summary>
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

    /// <summary>All words, folded, with one space between.</summary>
    public string Text { get; }

    /// <summary>The same with nothing between.</summary>
    public string Tight { get; }

    /// <summary>The different words; the bit of each is its place.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Neighbours as one word, with the bits of both.</summary>
    public List<(string Word, int Bits)> Compounds { get; } = [];

    /// <summary>The bits of all words.</summary>
    public int All => (1 << Words.Count) - 1;

    /// <summary>Reads a query; null if it has no words.</summary>
    public static SearchQuery? Parse(string? query)
    {
        var words = Folding.GetWords(query ?? "", MostCharacters);
        if (words.Count > Most)
            words.RemoveRange(Most, words.Count - Most);
        return words.Count > 0 ? new SearchQuery(words) : null;
    }
}
