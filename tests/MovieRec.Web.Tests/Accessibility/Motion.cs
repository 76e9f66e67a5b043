namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Check for animations and transitions longer than 10 ms, and for smooth scrolling.</summary>
internal static class Motion
{
    private const string Moving = """
        () => [...document.querySelectorAll('*')].flatMap(at => {
          const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(at);
          const long = text => text.split(',').some(time => (time.trim().endsWith('ms') ? 1 : 1000) * parseFloat(time) > 10);
          const moves = (animationName !== 'none' && long(animationDuration)) || long(transitionDuration) || scrollBehavior === 'smooth';
          return moves ? [at.tagName + '.' + (at.getAttribute('class') ?? '')] : [];
        }).slice(0, 5)
        """;

    public static Task<string[]> LookAsync(IPage page) => page.EvaluateAsync<string[]>(Moving);
}
