using System.Diagnostics;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Search;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Bench;

/// <summary>Measures one catalogue and prints a line per operation: median, 99th percentile and bytes allocated per call.</summary>
internal static class Figures
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    public static void PrintHeader() =>
        Console.WriteLine("| catalogue | titles | operation | p50 ms | p99 ms | KB per call |\n|---|---|---|---|---|---|");

    public static void Print(string name, List<Title> titles)
    {
        var watch = Stopwatch.StartNew();
        var catalogue = Catalogue.Build(titles, name);
        var built = watch.Elapsed;
        var recommender = new Recommender(catalogue);
        var prepared = watch.Elapsed;
        var search = SearchIndex.Build(catalogue);
        var indexed = watch.Elapsed;
        Line(name, catalogue, "build catalogue (once, cold)", built.TotalMilliseconds, null, null);
        Line(name, catalogue, "build recommender (once, cold)", (prepared - built).TotalMilliseconds, null, null);
        Line(name, catalogue, "build search index (once, cold)", (indexed - prepared).TotalMilliseconds, null, null);

        var users = Enumerable.Range(0, 64).Select(user => GetTaste(catalogue, user, favourites: 50)).ToArray();
        var query = new RecommendationQuery { Now = Now };
        Measure(name, catalogue, "recommend 9, 50 favourites",
            i => recommender.Recommend(users[i % users.Length], query with { Seed = i }));
        var together = new Recommender(catalogue, SyntheticLists.GetModel(catalogue));
        Measure(name, catalogue, "recommend 9, 50 favourites, with a model",
            i => together.Recommend(users[i % users.Length], query with { Seed = i }));
        Measure(name, catalogue, "recommend 50, 50 favourites",
            i => recommender.Recommend(users[i % users.Length], query with { Limit = 50 }));
        Measure(name, catalogue, "recommend 9, newcomer", i => recommender.Recommend(UserTaste.Unknown, query with { Seed = i }));
        Measure(name, catalogue, "9 like one title",
            i => recommender.Recommend(UserTaste.Unknown, query with { SimilarTo = catalogue[i * 31 % catalogue.Count].Key }));
        var queries = Queries(catalogue);
        Measure(name, catalogue, "search, 20 of all matches",
            i => search.Search(queries[i % queries.Length], null, 0, 20, CancellationToken.None));
    }

    public static UserTaste GetTaste(Catalogue catalogue, int user, int favourites)
    {
        var random = new Random(user);
        return new UserTaste
        {
            Preferences = new TastePreferences
            {
                GenreRatings = new Dictionary<int, double> { [878] = 9, [27] = 2, [18] = 7 },
                DealBreakers = DealBreakers.Profanity,
            },
            Signals =
            [
                .. Enumerable.Range(0, favourites).Select(_ =>
                    new TasteSignal(catalogue[random.Next(catalogue.Count)].Key, SignalKind.Favourite, Now.AddDays(-random.Next(900)))),
            ],
        };
    }

    // Typical queries: beginnings, whole titles, people, and one missing letter.
    private static string[] Queries(Catalogue catalogue)
    {
        var random = new Random(3);
        return
        [
            .. Enumerable.Range(0, 200).Select(i =>
            {
                var title = catalogue[random.Next(catalogue.Count)];
                return (i % 5) switch
                {
                    0 => title.Name[..Math.Min(title.Name.Length, 3)],
                    1 => title.Name,
                    2 => title.Cast.Count > 0 ? title.Cast[0] : title.Name,
                    3 => title.Name.Length > 4 ? title.Name.Remove(2, 1) : title.Name,
                    _ => title.Name[..1],
                };
            }),
        ];
    }

    private static void Measure(string name, Catalogue catalogue, string operation, Func<int, object> call)
    {
        var runs = Math.Clamp(20_000_000 / Math.Max(1, catalogue.Count), 50, 1_000);
        for (var i = 0; i < Math.Min(runs, 200); i++)
            _ = call(i);
        var times = new double[runs];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = call(i);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(times);
        Line(name, catalogue, operation, times[runs / 2], times[Math.Min(runs - 1, runs * 99 / 100)], bytes / 1024.0 / runs);
    }

    private static void Line(string name, Catalogue catalogue, string operation, double median, double? p99, double? kilobytes) =>
        Console.WriteLine($"| {name} | {catalogue.Count:N0} | {operation} | {median:0.000} | {p99:0.000} | {kilobytes:0.0} |");
}
