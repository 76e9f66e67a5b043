namespace MovieRec.Web.Tests.Journeys;

/// <summary>Check of the focus along the page, on a short page also from its end to its start again.</summary>
internal static class FocusPath
{
    private const int Stops = 25;

    /// <summary>Script that names a focused element without visible focus: no outline of two pixels, out of sight, no size.</summary>
    private const string UnseenFocus = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) return null;
          const name = (at.getAttribute('aria-label') ?? at.innerText ?? at.id).trim().slice(0, 60) + ' <' + at.tagName.toLowerCase() + ' class=' + at.className + '>';
          const ring = [at, at.nextElementSibling].some(shown => shown && getComputedStyle(shown).outlineStyle !== 'none' && parseFloat(getComputedStyle(shown).outlineWidth) >= 2);
          if (!ring) return name + ' has no ring';
          const { left, right, top, bottom } = at.getBoundingClientRect();
          if (right <= left || bottom <= top) return name + ' has no size';
          return right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight ? name + ' is out of sight' : null;
        }
        """;

    public static async Task<IReadOnlyCollection<string>> LookAsync(IPage page)
    {
        var unseen = new HashSet<string>(StringComparer.Ordinal);
        for (var stop = 0; stop < Stops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(UnseenFocus) is { } name)
                unseen.Add(name);
        }

        return unseen;
    }
}
