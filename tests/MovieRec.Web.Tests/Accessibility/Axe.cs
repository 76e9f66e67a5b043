using Deque.AxeCore.Commons;

namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Runner of axe-core, which is injected into a page once and run any number of times.</summary>
internal static class Axe
{
    /// <summary>Rules of WCAG 2.0 to 2.2, A and AA, and axe's own best practices.</summary>
    private static readonly object s_all =
        new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } };

    /// <summary>Rules that a change of colours alone can break.</summary>
    private static readonly object s_colours = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } };

    private const string Run = """
        async runOnly => {
          const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
          return violations.map(({ id, help, nodes }) => [`${id}: ${help}`, ...nodes.slice(0, 4).map(({ target, any, html }) => `    ${target} ${any[0]?.message ?? ''} in ${html}`)].join('\n'));
        }
        """;

    private static readonly string s_script = $"() => {{ {new BundledAxeScriptProvider().GetScript()}\n}}";

    public static Task InjectAsync(IPage page) => page.EvaluateAsync(s_script);

    public static Task<string[]> LookAsync(IPage page) => page.EvaluateAsync<string[]>(Run, s_all);

    public static Task<string[]> LookAtColoursAsync(IPage page) => page.EvaluateAsync<string[]>(Run, s_colours);
}
