using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Budgets;

/// <summary>Prints times and bytes of the first page, on a processor slowed four times, without a cache.</summary>
/// <remarks>Prints the best of four rounds, each the median of three visits, because other load on the machine only makes a visit
/// longer.</remarks>
internal static class Figures
{
    private const int Visits = 3;
    private const int Rounds = 4;

    /// <summary>Script that records long tasks; their time beyond 50 ms blocks keys and taps.</summary>
    private const string Watch = """
        globalThis.blocked = [];
        new PerformanceObserver(list => { for (const { startTime, duration } of list.getEntries()) blocked.push([startTime, duration]); }).observe({ type: 'longtask', buffered: true });
        """;

    /// <summary>Script that reads the times, run by the developer tools themselves.</summary>
    /// <remarks>On such a slow processor, the code that Playwright injects before it waits or reads takes as long as the limit.</remarks>
    private const string Read = $$"""
        (async () => {
          const settled = {{Visitor.Settled}};
          while (!settled(false)) await new Promise(resolve => setTimeout(resolve, 50));
          // Waits for idle callbacks as well.
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
            var response =
                await devtools.SendAsync(
                    "Runtime.evaluate", new Dictionary<string, object>
                    { ["expression"] = Read, ["awaitPromise"] = true, ["returnByValue"] = true });
            var figures = response!.Value.GetProperty("result").GetProperty("value");
            measured = (figures[0].GetDouble(), figures[1].GetDouble(), await Weight.GetAsync(visitor.Page));
        });
        return measured;
    }

    private static double Median(IEnumerable<double> visits) => visits.Order().ElementAt(Visits / 2);
}
