namespace MovieRec.Web.Tests.Accessibility;

/// <summary>iOS zooms into a field whose letters are smaller than 16 pixels, and stays there.</summary>
internal static class FieldZoom
{
    private const string Small = """
        () => [...document.querySelectorAll('input:not([type=checkbox], [type=radio]), select, textarea')]
          .filter(at => parseFloat(getComputedStyle(at).fontSize) < 16).map(at => `${getComputedStyle(at).fontSize}: ${at.outerHTML.slice(0, 120)}`)
        """;

    public static Task<string[]> LookAsync(IPage page) => page.EvaluateAsync<string[]>(Small);
}
