using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Catalogues;

/// <summary>Sort orders of a catalogue's lists; each is total (ties by key), so pages never overlap.</summary>
internal static class SortOrders
{
    /// <summary>Factor on a title's popularity per year of age in the trending order.</summary>
    private const double YearlyFade = 0.7;

    private const int Kinds = 1 + (int)MediaKind.Tv;

    public static int[] ByPopularity(Title[] titles, TitleStatistics[] standings) =>
        Sorted(titles, row => TitleStatistics.GetPopularity(titles[row]), row => standings[row].Popularity);

    public static int[] ByTrend(Title[] titles, TitleStatistics[] standings, int currentYear) => Sorted(
        titles,
        row => titles[row].Year is { } year && year <= currentYear
            ? Math.Pow(YearlyFade, currentYear - year) * (0.01 + standings[row].Popularity)
            : -1,
        row => standings[row].Popularity);

    public static int[] ByRating(Title[] titles, TitleStatistics[] standings)
    {
        var share = new double[titles.Length];
        var (counts, places) = (new int[Kinds], new int[Kinds]);
        foreach (var title in titles)
            counts[(int)title.Key.Kind]++;
        // Sorting all rows also sorts the rows of each kind, so one pass gives every row its place within its kind.
        foreach (var row in Sorted(titles, row => Known(standings[row]), row => standings[row].Popularity))
        {
            var kind = (int)titles[row].Key.Kind;
            share[row] = -(++places[kind] - 0.5) / counts[kind];
        }
        return Sorted(titles, row => share[row], row => standings[row].Popularity);
    }

    private static double Known(TitleStatistics standing) => float.IsNaN(standing.Rating) ? -1 : standing.Rating;

    private static int[] Sorted(Title[] titles, Func<int, double> first, Func<int, double> second)
    {
        var rows = new int[titles.Length];
        var keys = new (double First, double Second, TitleKey Key)[titles.Length];
        for (var row = 0; row < rows.Length; row++)
            (rows[row], keys[row]) = (row, (-first(row), -second(row), titles[row].Key));
        Array.Sort(keys, rows, Comparer<(double First, double Second, TitleKey Key)>.Create(Compare));
        return rows;
    }

    private static int Compare((double First, double Second, TitleKey Key) a, (double First, double Second, TitleKey Key) b) =>
        a.First != b.First ? a.First.CompareTo(b.First)
        : a.Second != b.Second ? a.Second.CompareTo(b.Second)
        : a.Key.Kind != b.Key.Kind ? a.Key.Kind.CompareTo(b.Key.Kind)
        : a.Key.Id.CompareTo(b.Key.Id);
}
