namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Check for fields with text under 16 pixels, into which iOS zooms without zooming out again.</summary>
internal static class FieldZoom
{
    private const string Small = """
        () => [...document.querySelectorAll('input:not([type=checkbox], [type=radio]), select, textarea')]
          .filter(at => parseFloat(getComputedStyle(at).fontSize) < 16).map(at => `${getComputedStyle(at).fontSize}: ${at.outerHTML.slice(0, 120)}`)
        """;

    public static Task<string[]> LookAsync(IPage page) => page.EvaluateAsync<string[]>(Small);
}
