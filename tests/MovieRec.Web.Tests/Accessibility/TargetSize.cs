namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Check that controls are at least 44 pixels wide and high, except links within a sentence.</summary>
/// <remarks>A link within a sentence is as high as its line.</remarks>
internal static class TargetSize
{
    private const string Small = """
        () => {
          const inSentence = at => at.tagName === 'A' && getComputedStyle(at).display === 'inline' && at.parentElement.innerText.trim() !== at.innerText.trim();
          const found = new Map();
          for (const at of document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button]')) {
            if (!at.checkVisibility({ visibilityProperty: true }) || at.closest('.skip') || inSentence(at)) continue;
            // A checkbox or radio button can be pressed by its label as well.
            const boxes = [at, ...(at.labels && ['checkbox', 'radio'].includes(at.type) ? at.labels : [])].map(one => one.getBoundingClientRect());
            const size = (of) => Math.round(Math.max(...boxes.map(box => box[of])) * 10) / 10;
            if (size('width') >= 44 && size('height') >= 44) continue;
            found.set(at.tagName + '.' + at.className, `${size('width')} by ${size('height')}: ${at.outerHTML.slice(0, 120)}`);
          }
          return [...found.values()];
        }
        """;

    public static Task<string[]> LookAsync(IPage page) => page.EvaluateAsync<string[]>(Small);
}
