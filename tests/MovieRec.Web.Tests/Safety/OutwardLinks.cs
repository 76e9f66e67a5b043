namespace MovieRec.Web.Tests.Safety;

/// <summary>Links to elsewhere, or into another window, that let what they open reach back.</summary>
internal static class OutwardLinks
{
    private const string Open = """
        () => [...document.querySelectorAll('a')]
          .filter(link => (link.target !== '' || link.origin !== location.origin) && !link.relList.contains('noopener')).map(link => link.outerHTML)
        """;

    public static Task<string[]> LookAsync(IPage page) => page.EvaluateAsync<string[]>(Open);
}
