using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Catalogues;

/// <summary>
/// All titles at one moment, built once and shared by lists, search and scoring. A title is addressed by its row,
/// 0 to <see cref="Count"/> - 1; rows mean nothing outside this catalogue. Immutable, so safe for any number of threads.
/// </summary>
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
        Standings = TitleStatistics.Compute(titles, Franchises);
        ByPopularity = SortOrders.ByPopularity(titles, Standings);
        ByRating = SortOrders.ByRating(titles, Standings);
    }

    /// <summary>The catalogue of no titles.</summary>
    public static Catalogue Empty { get; } = Build([], "empty");

    /// <summary>Whatever the builder calls this state of the data; goes out with every answer.</summary>
    public string Version { get; }

    /// <summary>Number of titles.</summary>
    public int Count => _titles.Length;

    /// <summary>Rows, most popular first; ties by key.</summary>
    public IReadOnlyList<int> ByPopularity { get; }

    /// <summary>
    /// Rows, best rated first by the Bayesian average of their votes; within each kind, titles without votes follow by popularity.
    /// The two kinds are merged by their share, so that a kind without votes is not pushed behind the other.
    /// </summary>
    public IReadOnlyList<int> ByRating { get; }

    /// <summary>A number per row; rows with the same number seem to belong to one series of titles.</summary>
    internal int[] Franchises { get; }

    /// <summary>How each row stands among its kind.</summary>
    internal TitleStatistics[] Standings { get; }

    /// <summary>The title of a row.</summary>
    /// <exception cref="IndexOutOfRangeException">The row is not 0 to <see cref="Count"/> - 1.</exception>
    public Title this[int row] => _titles[row];

    /// <summary>Builds a catalogue. Of several titles with one key the last wins, in the place of the first.</summary>
    /// <param name="titles">In any order; empty is allowed.</param>
    /// <param name="version">Name of this state of the data.</param>
    public static Catalogue Build(IReadOnlyList<Title> titles, string version) => Build(new CatalogueContent(version, titles));

    /// <summary>
    /// Builds a catalogue. Of several titles with one key the last wins, in the place of the first. An alias finds its title wherever a key
    /// is looked up, unless it is the key of a title itself or its title is not there.
    /// </summary>
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
            // What an alias stands for is a title's own key: aliases of aliases would depend on the order.
            if (rows.TryGetValue(alias.Value, out var row) && kept[row].Key == alias.Value)
                _ = rows.TryAdd(alias.Key, row);
        }
        return new Catalogue([.. kept], rows, content);
    }

    /// <summary>Finds the row of a title by its key or another key that it is known by.</summary>
    public bool TryFind(TitleKey key, out int row) => _rows.TryGetValue(key, out row);

    /// <summary>The rows that carry a number, or are known by it: none, a film, a series, or both; each once.</summary>
    public IReadOnlyList<int> GetRows(long id)
    {
        var rows = new List<int>(2);
        foreach (var kind in (ReadOnlySpan<MediaKind>)[MediaKind.Movie, MediaKind.Tv])
        {
            if (_rows.TryGetValue(new TitleKey(kind, id), out var row) && !rows.Contains(row))
                rows.Add(row);
        }
        return rows;
    }

    /// <summary>
    /// Rows: what trends at the source, in its order, where it says so; then recent and popular first, by the popularity percentile within
    /// the kind, times 0.7 for every year of age. What is not
    /// released before the end of that year, or has no date, comes last. The last year asked for is kept.
    /// </summary>
    /// <param name="currentYear">The year it is, for instance 2026.</param>
    public IReadOnlyList<int> Trending(int currentYear)
    {
        var known = Volatile.Read(ref _trending);
        if (known?.Year == currentYear)
            return known.Rows;
        var computed = new TrendingOrder(currentYear, WithSource(SortOrders.ByTrend(_titles, Standings, currentYear)));
        Volatile.Write(ref _trending, computed);
        return computed.Rows;
    }

    // The same rows, those that trend at the source moved to the front.
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
