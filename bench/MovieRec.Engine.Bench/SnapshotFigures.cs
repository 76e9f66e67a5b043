using System.Diagnostics;
using System.Globalization;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Search;
using MovieRec.Engine.Snapshots;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Bench;

/// <summary>Size of a snapshot, and times to write it, read it and build on it: first cold, then warm.</summary>
internal static class SnapshotFigures
{
    private const int Runs = 15;

    public static void PrintHeader() => Console.WriteLine(
        "| titles | core B/title | names B/title | encode ms | decode ms (processor) | with names | catalogue | recommender | search "
        + "|\n|---|---|---|---|---|---|---|---|---|");

    public static void Print(string name, IReadOnlyList<Title> titles)
    {
        var watch = Stopwatch.StartNew();
        var snapshot = SnapshotWriter.Write(new CatalogueContent("tmdb-bench", titles));
        var encode = watch.Elapsed.TotalMilliseconds;
        var bare = snapshot with { Names = default };
        // The first calls compile every method of this path: that is the cost in a newly started process.
        Line($"{name}, first", snapshot, titles.Count, encode, bare, once: true);
        Line(name, snapshot, titles.Count, encode, bare, once: false);
    }

    private static void Line(string name, EncodedSnapshot snapshot, int count, double encode, EncodedSnapshot bare, bool once)
    {
        var content = Read(bare);
        var catalogue = Catalogue.Build(content.Titles, content.Version);
        var decode = Median(() => Read(bare), once);
        var withNames = Median(() => Read(snapshot), once);
        var build = Median(() => Catalogue.Build(content.Titles, content.Version), once);
        var recommender = Median(() => new Recommender(catalogue), once);
        var search = Median(() => SearchIndex.Build(catalogue), once);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {count:N0} {name} | {snapshot.Core.Length / (double)count:0.0} | {snapshot.Names.Length / (double)count:0.0} | {encode:0} "
            + $"| {decode} | {withNames} | {build} | {recommender} | {search} |"));
    }

    private static CatalogueContent Read(EncodedSnapshot snapshot) =>
        SnapshotReader.TryRead(snapshot, out var content, out var reason) ? content : throw new InvalidDataException(reason);

    // The median of wall time, and in brackets the processor time per call, which depends less on other load.
    private static string Median(Func<object> call, bool once)
    {
        var times = new List<double>(Runs);
        var (begun, before) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        while (times.Count < (once ? 1 : Runs) && (times.Count < 3 || Stopwatch.GetElapsedTime(begun).TotalSeconds < 8))
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(call());
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / times.Count;
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:0.0} ({processor:0.0})");
    }
}
