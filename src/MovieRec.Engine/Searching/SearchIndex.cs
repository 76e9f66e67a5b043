using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Searching;

/// <summary>
/// Finds titles by title, original title and people. Case, accents and punctuation do not matter; every word of the query must be
/// found, as a whole word, as the beginning of one, or, from five letters on, with one typing error (Damerau-Levenshtein distance 1).
/// Immutable, so safe for any number of threads. No input makes it throw, and its work is bounded whatever the query's length.
/// </summary>
/// <example><c>spiderman</c>, <c>spider man</c> and <c>Spider-Man</c> find the same; so do <c>amelie</c> and <c>Amélie</c>.</example>
public sealed class SearchIndex
{
    private const int MostCharacters = 160;
    private const int MostWords = 12;

    private readonly Catalogue _catalogue;
    private readonly TermTable _terms;
    private readonly string[] _names;
    private readonly string[] _originals;
    private readonly int[] _popularityRank;

    private SearchIndex(Catalogue catalogue)
    {
        _catalogue = catalogue;
        _names = new string[catalogue.Count];
        _originals = new string[catalogue.Count];
        _popularityRank = new int[catalogue.Count];
        var terms = new TermTable.Builder();
        for (var row = 0; row < catalogue.Count; row++)
        {
            _names[row] = terms.AddTitle(row, catalogue[row].Name);
            _originals[row] = catalogue[row].OriginalName is { } original ? terms.AddTitle(row, original) : "";
            terms.AddPeople(row, catalogue[row].Directors);
            terms.AddPeople(row, catalogue[row].Cast);
        }
        _terms = terms.Build();
        for (var rank = 0; rank < catalogue.Count; rank++)
            _popularityRank[catalogue.ByPopularity[rank]] = rank;
    }

    /// <summary>Builds the index over every title of a catalogue.</summary>
    public static SearchIndex Build(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new SearchIndex(catalogue);
    }

    /// <summary>
    /// Finds titles, best match first: exactly this title, titles that begin so, all words in the title, with a typing error, people; then
    /// the more popular; then by key.
    /// </summary>
    /// <param name="query">What somebody typed; the first 160 characters and 12 words count. Nothing but punctuation finds nothing.</param>
    /// <param name="kind">Only this kind, or both.</param>
    /// <param name="offset">How many of the best matches to skip; below 0 counts as 0.</param>
    /// <param name="limit">How many rows to return at most; below 0 counts as 0.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SearchResult Search(string query, MediaKind? kind, int offset, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var words = Folding.WordsOf(query ?? "", MostCharacters);
        if (words.Count == 0)
            return SearchResult.None;
        if (words.Count > MostWords)
            words.RemoveRange(MostWords, words.Count - MostWords);
        var best = new byte[_catalogue.Count];
        new WordMatcher(_terms, cancellationToken).Match(words, best);
        return Page(Ranked(string.Join(' ', words), kind, best), Math.Max(0, offset), Math.Max(0, limit));
    }

    private List<long> Ranked(string query, MediaKind? kind, byte[] levels)
    {
        var tight = query.Replace(" ", "", StringComparison.Ordinal);
        var ranked = new List<long>();
        for (var row = 0; row < levels.Length; row++)
        {
            if (levels[row] == 0 || (kind is { } only && _catalogue[row].Key.Kind != only))
                continue;
            var tier = Math.Min(TierOf(_names[row], query, tight, levels[row]), TierOf(_originals[row], query, tight, levels[row]));
            // The popularity order already breaks its ties by key.
            ranked.Add(((long)tier << 32) | (uint)_popularityRank[row]);
        }
        return ranked;
    }

    private SearchResult Page(List<long> ranked, int offset, int limit)
    {
        if (offset >= ranked.Count || limit == 0)
            return new SearchResult([], ranked.Count);
        ranked.Sort();
        var rows = ranked.GetRange(offset, Math.Min(limit, ranked.Count - offset)).ConvertAll(key => _catalogue.ByPopularity[(int)(uint)key]);
        return new SearchResult(rows, ranked.Count);
    }

    private static int TierOf(string name, string query, string tight, byte level)
    {
        if (name.Length == 0)
            return Tiers.Of(level);
        var bare = WithoutArticle(name);
        if (SameButSpaces(name, tight))
            return Tiers.Exact;
        if (SameButSpaces(bare, tight))
            return Tiers.ExactButArticle;
        if (level == MatchLevel.TitleTypo && (Typo.IsOne(query, name) || Typo.IsOne(query, bare)))
            return Tiers.NearlyExact;
        if (!name.StartsWith(query, StringComparison.Ordinal) && !bare.StartsWith(query, StringComparison.Ordinal))
            return Tiers.Of(level);
        var start = name.StartsWith(query, StringComparison.Ordinal) ? name : bare;
        return start[query.Length] == ' ' ? Tiers.BeginsWithWords : Tiers.Begins;
    }

    private static string WithoutArticle(string name) =>
        name.StartsWith("the ", StringComparison.Ordinal) ? name[4..]
        : name.StartsWith("a ", StringComparison.Ordinal) ? name[2..]
        : name.StartsWith("an ", StringComparison.Ordinal) ? name[3..]
        : name;

    private static bool SameButSpaces(string name, string tight)
    {
        var at = 0;
        foreach (var letter in name)
        {
            if (letter == ' ')
                continue;
            if (at == tight.Length || tight[at++] != letter)
                return false;
        }
        return at == tight.Length;
    }
}
