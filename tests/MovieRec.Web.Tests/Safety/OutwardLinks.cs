namespace MovieRec.Web.Tests.Safety;

/// <summary>Check for external links and links to new windows without <c>noopener</c>, whose target can reach back.</summary>
internal static class OutwardLinks
{
    private const string Open = """
        () => [...document.querySelectorAll('a')]
          .filter(link => (link.target !== '' || link.origin !== location.origin) && !link.relList.contains('noopener')).map(link => link.outerHTML)
        """;

    public static Task<string[]> LookAsync(IPage page) => page.EvaluateAsync<string[]>(Open);
}
