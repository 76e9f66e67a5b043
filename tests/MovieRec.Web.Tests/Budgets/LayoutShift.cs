using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Budgets;

/// <summary>How far things moved without being asked to, all shifts together: stricter than the largest burst, which is what CLS names.</summary>
internal static class LayoutShift
{
    public const double Most = 0.05;

    private const string Watch = """
        addEventListener('DOMContentLoaded', () => {
          globalThis.shifted = [];
          new PerformanceObserver(list => {
            for (const entry of list.getEntries())
              if (!entry.hadRecentInput) shifted.push({ value: entry.value, of: entry.sources.map(source => source.node?.className ?? '').join() });
          }).observe({ type: 'layout-shift', buffered: true });
        });
        """;

    /// <summary>From the next page that is opened on.</summary>
    public static Task WatchAsync(Visitor visitor) => visitor.Page.AddInitScriptAsync(Watch);

    public static Task<double> ReadAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<double>("() => shifted.reduce((sum, { value }) => sum + value, 0)");

    /// <summary>What moved, if that is too much.</summary>
    public static async Task<string[]> LookAsync(Visitor visitor)
    {
        var shift = await ReadAsync(visitor);
        if (shift <= Most)
            return [];
        var moved =
            await visitor.Page.EvaluateAsync<string>("() => shifted.map(({ value, of }) => value.toFixed(4) + ' ' + of).join('; ')");
        return [$"{shift:0.0000} ({moved})"];
    }
}
