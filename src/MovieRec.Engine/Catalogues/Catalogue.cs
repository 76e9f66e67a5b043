using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Catalogues;

/// <summary>Immutable set of all titles of one version, shared by lists, search and scoring.</summary>
/// <remarks>
/// A title is addressed by its row, 0 to <see cref="Count"/> - 1; rows have no meaning outside this catalogue. Safe for any number of
/// threads.
/// </remarks>
public sealed class Catalogue
{
    private readonly Title[] _titles;
    private readonly Dictionary<TitleKey, int> _rows;
    private readonly IReadOnlyList<TitleKey> _trendingAtSource;
    private TrendingOrder? _trending;

    private Catalogue(Title[] titles, Dictionary<TitleKey, int> rows, CatalogueContent content)
    {
        (_titles, _rows, _trendingAtSource, Version) = (titles, rows, content.Trending, content.Version);
        Franchises = Franchise.Find(titles);
        Statistics = TitleStatistics.Compute(titles, Franchises);
        ByPopularity = SortOrders.ByPopularity(titles, Statistics);
        ByRating = SortOrders.ByRating(titles, Statistics);
    }

    /// <summary>Catalogue without titles.</summary>
    public static Catalogue Empty { get; } = Build([], "empty");

    /// <summary>Name of this version of the data; part of every response.</summary>
    public string Version { get; }

    /// <summary>Number of titles.</summary>
    public int Count => _titles.Length;

    /// <summary>Rows by popularity, most popular first; ties by key.</summary>
    public IReadOnlyList<int> ByPopularity { get; }

    /// <summary>Rows by the Bayesian average of their votes, best first.</summary>
    /// <remarks>
    /// Within each kind, titles without votes follow by popularity. The two kinds are merged in proportion to their numbers of titles, so
    /// that a kind without votes does not come after all titles of the other.
    /// </remarks>
    public IReadOnlyList<int> ByRating { get; }

    /// <summary>Franchise number per row; rows with the same number seem to belong to one franchise.</summary>
    internal int[] Franchises { get; }

    /// <summary>Statistics of each row among the titles of its kind.</summary>
    internal TitleStatistics[] Statistics { get; }

    /// <summary>Title of a row.</summary>
    /// <exception cref="IndexOutOfRangeException">The row is not 0 to <see cref="Count"/> - 1.</exception>
    public Title this[int row] => _titles[row];

    /// <summary>Builds a catalogue; of several titles with one key the last replaces the first in its place.</summary>
    /// <param name="titles">Titles in any order; may be empty.</param>
    /// <param name="version">Name of this version of the data.</param>
    public static Catalogue Build(IReadOnlyList<Title> titles, string version) => Build(new CatalogueContent(version, titles));

    /// <summary>Builds a catalogue; of several titles with one key the last replaces the first in its place.</summary>
    /// <remarks>An alias finds its title, unless the alias is itself the key of a title, or its title is missing.</remarks>
    public static Catalogue Build(CatalogueContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var rows = new Dictionary<TitleKey, int>(content.Titles.Count + content.Aliases.Count);
        var kept = new List<Title>(content.Titles.Count);
        foreach (var title in content.Titles)
        {
            if (rows.TryAdd(title.Key, kept.Count))
                kept.Add(title);
            else
                kept[rows[title.Key]] = title;
        }
        foreach (var alias in content.Aliases)
        {
            // An alias must refer to a title's own key: the result of aliases of aliases would depend on their order.
            if (rows.TryGetValue(alias.Value, out var row) && kept[row].Key == alias.Value)
                _ = rows.TryAdd(alias.Key, row);
        }
        return new Catalogue([.. kept], rows, content);
    }

    /// <summary>Finds the row of a title by its key or an alias; returns false if there is none.</summary>
    public bool TryFind(TitleKey key, out int row) => _rows.TryGetValue(key, out row);

    /// <summary>Returns the rows in the trending order of the source, then the others by popularity, reduced with age.</summary>
    /// <remarks>
    /// The popularity is the percentile within the kind, and each year of age multiplies it by 0.7. Titles without a date, or released
    /// after that year, come last. The order of the last requested year is cached.
    /// </remarks>
    /// <param name="currentYear">Current year, such as 2026.</param>
    public IReadOnlyList<int> Trending(int currentYear)
    {
        var known = Volatile.Read(ref _trending);
        if (known?.Year == currentYear)
            return known.Rows;
        var computed = new TrendingOrder(currentYear, WithSource(SortOrders.ByTrend(_titles, Statistics, currentYear)));
        Volatile.Write(ref _trending, computed);
        return computed.Rows;
    }

    // Returns the order with the trending titles of the source moved to the front.
    private int[] WithSource(int[] order)
    {
        if (_trendingAtSource.Count == 0)
            return order;
        var (rows, moved) = (new List<int>(order.Length), new bool[order.Length]);
        foreach (var key in _trendingAtSource)
        {
            if (!TryFind(key, out var row) || moved[row])
                continue;
            moved[row] = true;
            rows.Add(row);
        }
        foreach (var row in order)
        {
            if (!moved[row])
                rows.Add(row);
        }
        return [.. rows];
    }

    private sealed record TrendingOrder(int Year, int[] Rows);
}
