using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Budgets;

/// <summary>
/// Prints the times of the first page, on a processor slowed four times and without a cache, and its bytes. The best
/// median of three visits out of four rounds is printed: a machine that is busy with something else makes a visit longer and never shorter.
/// </summary>
internal static class Figures
{
    private const int Visits = 3;
    private const int Rounds = 4;

    /// <summary>Script that sums what each task takes beyond 50 ms, during which no key or tap is answered.</summary>
    private const string Watch = """
        globalThis.blocked = [];
        new PerformanceObserver(list => { for (const { startTime, duration } of list.getEntries()) blocked.push([startTime, duration]); }).observe({ type: 'longtask', buffered: true });
        """;

    /// <summary>
    /// Asked by the developer tools themselves: what Playwright puts into a page before it waits or reads there takes as long, on such a
    /// processor, as a page may be blocked.
    /// </summary>
    private const string Read = $$"""
        (async () => {
          const settled = {{Visitor.Settled}};
          while (!settled(false)) await new Promise(resolve => setTimeout(resolve, 50));
          // Whatever is done while nothing else is to be done comes, too.
          await new Promise(resolve => requestIdleCallback(() => requestIdleCallback(resolve)));
          const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
          return [paint, blocked.filter(([start, time]) => start + time > paint).reduce((sum, [, time]) => sum + Math.max(0, time - 50), 0)];
        })()
        """;

    public static async Task<int> PrintAsync()
    {
        await using var chromium = new Chromium();
        await chromium.InitializeAsync();
        Console.WriteLine("first page       painted (FCP)  blocked (TBT)  JavaScript     CSS");
        foreach (
            var (name, screen, signedIn) in new[] { ("welcome, phone", Screen.Phone, false), ("home, phone", Screen.Phone, true),
                ("welcome, desk", Screen.Desk, false) })
        {
            var options = new VisitorOptions
            {
                Screen = screen,
                SignedIn = signedIn ? await chromium.Host.ReaderAsync() : null,
                TimersStopFrom = null,
            };
            var rounds = new List<(double Paint, double Blocking, Weight Weight)>();
            for (var round = 0; round < Rounds; round++)
            {
                var visits = new List<(double Paint, double Blocking, Weight Weight)>();
                for (var visit = 0; visit < Visits; visit++)
                    visits.Add(await MeasureAsync(chromium, options));
                rounds.Add((Median(visits.Select(visit => visit.Paint)), Median(visits.Select(visit => visit.Blocking)), visits[0].Weight));
            }

            var (script, style) = rounds[0].Weight;
            Console.WriteLine(
                $"{name,-16} {rounds.Min(round => round.Paint),10:0} ms {rounds.Min(round => round.Blocking),11:0} ms "
                + $"{script / 1024.0,8:0.0} KB {style / 1024.0,4:0.0} KB");
        }

        return 0;
    }

    private static async Task<(double Paint, double Blocking, Weight Weight)> MeasureAsync(Chromium chromium, VisitorOptions options)
    {
        (double, double, Weight) measured = default;
        await chromium.VisitAsync(options, async visitor =>
        {
            var devtools = await visitor.Context.NewCDPSessionAsync(visitor.Page);
            await devtools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
            await visitor.Page.AddInitScriptAsync(Watch);
            await visitor.Page.GotoAsync("/");
            var answer =
                await devtools.SendAsync(
                    "Runtime.evaluate", new Dictionary<string, object>
                    { ["expression"] = Read, ["awaitPromise"] = true, ["returnByValue"] = true });
            var figures = answer!.Value.GetProperty("result").GetProperty("value");
            measured = (figures[0].GetDouble(), figures[1].GetDouble(), await Weight.OfAsync(visitor.Page));
        });
        return measured;
    }

    private static double Median(IEnumerable<double> visits) => visits.Order().ElementAt(Visits / 2);
}
