using MovieRec.Web.Tests.Accessibility;
using MovieRec.Web.Tests.Budgets;
using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Journeys;
using MovieRec.Web.Tests.Safety;
using MovieRec.Web.Tests.Screenshots;

namespace MovieRec.Web.Tests.Surveys;

/// <summary>Opens each page once and runs all checks on it, because opening is the slow part.</summary>
/// <remarks>The order matters. Loading is measured before any other step, and steps that change colours, focus or size come after those
/// that need the page unchanged.</remarks>
internal static class Surveyor
{
    public static async Task<Survey> SurveyAsync(Chromium chromium, Screen screen, bool signedIn)
    {
        var survey = new Survey();
        var options = new VisitorOptions { Screen = screen, SignedIn = signedIn ? await chromium.Host.ReaderAsync() : null };
        await chromium.VisitAsync(options, async visitor =>
        {
            await LayoutShift.WatchAsync(visitor);
            foreach (var (name, path) in signedIn ? Pages.Own : Pages.Open)
                await LookAtAsync(visitor, options, name, path, (question, wrong) => survey.Note(question, name, wrong));
        });
        return survey;
    }

    private static async Task LookAtAsync(
        Visitor visitor, VisitorOptions options, string name, string path, Action<Question, IEnumerable<string>> note)
    {
        var page = visitor.Page;
        await page.SetViewportSizeAsync(options.Viewport.Width, options.Viewport.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.NoPreference });
        await visitor.GoAsync(path);
        await visitor.ReadThroughAsync();
        note(Question.LayoutShift, await LayoutShift.LookAsync(visitor));

        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        note(Question.Motion, await Motion.LookAsync(page));
        note(Question.Targets, await TargetSize.LookAsync(page));
        note(Question.Zoom, await FieldZoom.LookAsync(page));
        note(Question.Links, await OutwardLinks.LookAsync(page));
        await Axe.InjectAsync(page);
        note(Question.Axe, await Axe.LookAsync(page));
        note(Question.Pictures, await Pictures.TakeAsync(page, name, options.Screen, dark: false));

        note(Question.Scheme, await Scheme.TurnDarkAsync(page));
        note(Question.AxeInTheDark, await Axe.LookAtColoursAsync(page));
        note(Question.Pictures, await Pictures.TakeAsync(page, name, options.Screen, dark: true));

        note(Question.Focus, await FocusPath.LookAsync(page));
        note(Question.Reflow, await Reflow.LookAsync(page, options.Viewport));
    }
}
