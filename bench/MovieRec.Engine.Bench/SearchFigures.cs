using System.Diagnostics;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Search;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Bench;

/// <summary>Cost of search per kind of query, over the real titles and over recombined ones: <c>--search-figures</c>.</summary>
internal static class SearchFigures
{
    private const int QueriesOfAKind = 300;

    /// <summary>Runs per query, of which the median counts: on a busy machine any one may have waited for a processor.</summary>
    private const int Rounds = 5;

    public static void Print(List<Title> real, IReadOnlyList<int> sizes)
    {
        Measure("real", real);
        foreach (var size in sizes)
            Measure("recombined", RecombinedTitles.Make(real, size, seed: 5));
    }

    private static void Measure(string name, List<Title> titles)
    {
        var catalogue = Catalogue.Build(titles, name);
        var (index, cold) = Built(catalogue);
        Console.WriteLine(
            $"\n{name}, {catalogue.Count:N0} titles: built in {cold.Milliseconds:0} ms at first, then {Again(catalogue):0} ms; "
            + $"{cold.Bytes / catalogue.Count:N0} bytes per title.\n");
        Console.WriteLine("| query | p50 ms | p90 ms | p99 ms | slowest ms | KB per query |\n|---|---|---|---|---|---|");
        var all = new List<double>();
        foreach (var (kind, queries) in Queries(catalogue))
            all.AddRange(Line(kind, index, queries));
        Line("all of these", all, null);
    }

    private static (SearchIndex Index, (double Milliseconds, long Bytes) Cost) Built(Catalogue catalogue)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var index = SearchIndex.Build(catalogue);
        var took = watch.Elapsed.TotalMilliseconds;
        return (index, (took, GC.GetTotalMemory(forceFullCollection: true) - before));
    }

    private static double Again(Catalogue catalogue)
    {
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            _ = SearchIndex.Build(catalogue);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times.Order().ElementAt(2);
    }

    private static IEnumerable<(string Kind, string[] Queries)> Queries(Catalogue catalogue)
    {
        var random = new Random(3);
        // Popular titles are searched for more often.
        Title Any() => catalogue[catalogue.ByPopularity[(int)(catalogue.Count * Math.Pow(random.NextDouble(), 2))]];
        (string, string[]) Of(string kind, Func<Title, string> query) =>
            (kind, [.. Enumerable.Range(0, QueriesOfAKind).Select(_ => query(Any()))]);
        yield return Of("exact title", title => title.Name);
        foreach (var letters in (int[])[1, 2, 3, 5])
            yield return Of($"first {letters} of a title", title => Head(title.Name, letters));
        yield return Of("title, one letter missing", title => Error(title.Name, random));
        yield return Of("person", Person);
        yield return Of("last name", title => Person(title).Split(' ')[^1]);
        yield return Of("last name, one letter missing", title => Error(Person(title).Split(' ')[^1], random));
        yield return Of(
            "two words of a title", title => string.Join(' ', title.Name.Split(' ').OrderByDescending(word => word.Length).Take(2)));
        yield return Of(
            "a word and a last name", title => $"{title.Name.Split(' ').MaxBy(word => word.Length)} {Person(title).Split(' ')[^1]}");
        yield return Of("the and one letter", title => $"the {Head(title.Name, 1)}");
        yield return Of(
            "six single letters", title => string.Join(' ', Enumerable.Range(0, 6).Select(_ => (char)random.Next('a', 'z' + 1))));
        yield return Of(
            "nonsense", _ => new string([.. Enumerable.Range(0, random.Next(5, 14)).Select(_ => (char)random.Next('a', 'z' + 1))]));
    }

    private static string Head(string text, int letters) => text[..Math.Min(text.Length, letters)];

    private static string Person(Title title) => title.Cast.Count > 0 ? title.Cast[0] : title.Name;

    private static string Error(string text, Random random) => text.Length > 4 ? text.Remove(random.Next(text.Length), 1) : text;

    private static double[] Line(string kind, SearchIndex index, string[] queries)
    {
        foreach (var query in queries)
            _ = index.Search(query, null, 0, 20, CancellationToken.None);
        var times = new double[queries.Length][];
        for (var i = 0; i < times.Length; i++)
            times[i] = new double[Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < times.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                _ = index.Search(queries[i], null, 0, 20, CancellationToken.None);
                times[i][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var medians = Array.ConvertAll(times, rounds => rounds.Order().ElementAt(Rounds / 2));
        Line(kind, medians, bytes / 1024.0 / times.Length / Rounds);
        return medians;
    }

    private static void Line(string kind, IEnumerable<double> times, double? kilobytes)
    {
        var sorted = times.Order().ToArray();
        Console.WriteLine(
            $"| {kind} | {At(sorted, 50):0.000} | {At(sorted, 90):0.000} | {At(sorted, 99):0.000} | {sorted[^1]:0.000} | {kilobytes:0.0} "
            + "|");
    }

    private static double At(double[] sorted, int percent) => sorted[sorted.Length * percent / 100];
}
