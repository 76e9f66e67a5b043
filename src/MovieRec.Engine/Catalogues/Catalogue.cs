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
    private TrendingOrder? _trending;

    private Catalogue(Title[] titles, Dictionary<TitleKey, int> rows, string version)
    {
        (_titles, _rows, Version) = (titles, rows, version);
        Franchises = Franchise.Of(titles);
        Standings = Standing.Of(titles, Franchises);
        ByPopularity = Orders.ByPopularity(titles, Standings);
        ByRating = Orders.ByRating(titles, Standings);
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
    internal Standing[] Standings { get; }

    /// <summary>The title of a row.</summary>
    /// <exception cref="IndexOutOfRangeException">The row is not 0 to <see cref="Count"/> - 1.</exception>
    public Title this[int row] => _titles[row];

    /// <summary>Builds a catalogue. Of several titles with one key the last wins, in the place of the first.</summary>
    /// <param name="titles">In any order; empty is allowed.</param>
    /// <param name="version">Name of this state of the data.</param>
    public static Catalogue Build(IReadOnlyList<Title> titles, string version)
    {
        ArgumentNullException.ThrowIfNull(titles);
        ArgumentNullException.ThrowIfNull(version);
        var rows = new Dictionary<TitleKey, int>(titles.Count);
        var kept = new List<Title>(titles.Count);
        foreach (var title in titles)
        {
            if (rows.TryAdd(title.Key, kept.Count))
                kept.Add(title);
            else
                kept[rows[title.Key]] = title;
        }
        return new Catalogue([.. kept], rows, version);
    }

    /// <summary>Finds the row of a title.</summary>
    public bool TryFind(TitleKey key, out int row) => _rows.TryGetValue(key, out row);

    /// <summary>The rows that carry a number: none, a film, a series, or both.</summary>
    public IReadOnlyList<int> RowsOf(long id)
    {
        var rows = new List<int>(2);
        foreach (var kind in (ReadOnlySpan<MediaKind>)[MediaKind.Movie, MediaKind.Tv])
        {
            if (_rows.TryGetValue(new TitleKey(kind, id), out var row))
                rows.Add(row);
        }
        return rows;
    }

    /// <summary>
    /// Rows, recent and popular first: the popularity percentile within the kind, times 0.7 for every year of age. What is not
    /// released before the end of that year, or has no date, comes last. The last year asked for is kept.
    /// </summary>
    /// <param name="currentYear">The year it is, for instance 2026.</param>
    public IReadOnlyList<int> Trending(int currentYear)
    {
        var known = Volatile.Read(ref _trending);
        if (known?.Year == currentYear)
            return known.Rows;
        var computed = new TrendingOrder(currentYear, Orders.ByTrend(_titles, Standings, currentYear));
        Volatile.Write(ref _trending, computed);
        return computed.Rows;
    }

    private sealed record TrendingOrder(int Year, int[] Rows);
}
