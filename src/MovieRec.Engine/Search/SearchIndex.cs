using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Search.Matching;
using MovieRec.Engine.Search.Terms;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Search;

/// <summary>Immutable search index of titles, original titles and people; safe for any number of threads.</summary>
/// <remarks>
/// Case, accents and punctuation are ignored. Every word of the query must be found as a whole word, as a prefix, or, from five letters on,
/// with one typing error (Damerau-Levenshtein distance 1). The words are in the title, in the name of one person, or some in the title and
/// the others in the name of one person. No query makes it throw, and its work is bounded for a query of any length.
/// </remarks>
/// <example><c>spiderman</c>, <c>spider man</c> and <c>Spider-Man</c> find the same titles; so do <c>amelie</c> and <c>Amélie</c>. <c>heat
/// pacino</c> finds Heat; <c>tom cruise</c> does not find a title in which one person called Tom and another called Cruise play.</example>
public sealed class SearchIndex
{
    // A place is a title's position by popularity, most popular first; of equally popular titles the smaller key is first.
    private readonly int[] _rows;
    private readonly byte[] _kinds;
    private readonly FoldedTitles _titles;
    private readonly TermDictionary _terms;
    private readonly People _people;

    private SearchIndex(Catalogue catalogue)
    {
        _rows = [.. catalogue.ByPopularity];
        _kinds = new byte[_rows.Length];
        var (titles, terms, people) =
            (new FoldedTitles.Builder(_rows.Length), new TermCollector(_rows.Length * 6), new People.Builder(_rows.Length));
        for (var place = 0; place < _rows.Length; place++)
        {
            var title = catalogue[_rows[place]];
            _kinds[place] = (byte)title.Key.Kind;
            terms.AddTitle(place, titles.Add(title.Name));
            terms.AddTitle(place, titles.Add(title.OriginalName));
            people.Add(place, title.Directors);
            people.Add(place, title.Cast);
        }
        (_titles, _terms, _people) = (titles.Build(), terms.Build(), people.Build());
    }

    /// <summary>Builds the index over every title of a catalogue.</summary>
    public static SearchIndex Build(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new SearchIndex(catalogue);
    }

    /// <summary>Searches titles, best match first, then by popularity, then by key.</summary>
    /// <remarks>
    /// Order of matches:
    /// <list type="number">
    /// <item><description>exactly this title, then this title without its article;</description></item>
    /// <item><description>titles that begin with the query;</description></item>
    /// <item><description>all words in the title;</description></item>
    /// <item><description>the complete name of a person;</description></item>
    /// <item><description>the title with a typing error;</description></item>
    /// <item><description>words of a person's name, then words of the title and of a person's name;</description></item>
    /// <item><description>a person's name with a typing error.</description></item>
    /// </list>
    /// </remarks>
    /// <param name="query">Text as typed; the first 160 characters and 12 words count. Punctuation alone finds nothing.</param>
    /// <param name="kind">Kind of titles to find; null for both.</param>
    /// <param name="offset">Number of best matches to skip; below 0 counts as 0.</param>
    /// <param name="limit">Maximum number of rows; below 0 counts as 0.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SearchResult Search(string query, MediaKind? kind, int offset, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (SearchQuery.Parse(query) is not { } words)
            return SearchResult.None;
        using var titles = new WordMatches(_rows.Length, words.All);
        using (var persons = new WordMatches(_people.Count, words.All))
            new Matcher(words, _terms, _people, titles, persons, cancellationToken).Match();
        using var ranking = new MatchBuckets(_rows.Length);
        for (var place = titles.NextWithLevel(0); place >= 0; place = titles.NextWithLevel(place + 1))
        {
            if (kind is null || _kinds[place] == (byte)kind)
                ranking.Add(place, GetTier(place, words, titles.LevelAt(place)));
        }
        return new SearchResult(
            Array.ConvertAll(ranking.Page(Math.Max(0, offset), Math.Max(0, limit)), place => _rows[place]), ranking.Total);
    }

    private int GetTier(int place, SearchQuery words, int level) =>
        Math.Min(TitleMatch.GetRank(_titles.GetName(place), words, level), TitleMatch.GetRank(_titles.GetOriginal(place), words, level));
}
