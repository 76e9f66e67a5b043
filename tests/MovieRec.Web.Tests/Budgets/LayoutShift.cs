using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Budgets;

/// <summary>Sum of all unrequested layout shifts, which is stricter than CLS, the largest burst of them.</summary>
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

    /// <summary>Starts the measurement with the next page that is opened.</summary>
    public static Task WatchAsync(Visitor visitor) => visitor.Page.AddInitScriptAsync(Watch);

    public static Task<double> ReadAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<double>("() => shifted.reduce((sum, { value }) => sum + value, 0)");

    /// <summary>Returns the elements that moved, if the sum exceeds the limit.</summary>
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
