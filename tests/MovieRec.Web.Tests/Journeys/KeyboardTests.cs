using MovieRec.TestKit.Http;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Journeys;

/// <summary>Use of the page by keyboard alone: Tab, Enter, Space and letters.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public Task Newcomer_WithKeysAlone_SignsUpAnswersAndKeepsATitle() => chromium.VisitAsync(async visitor =>
    {
        var keys = visitor.Page.Keyboard;
        var email = chromium.Host.NewEmail();
        using var api = chromium.Host.Client();
        await visitor.GoAsync("/");
        await TabToAsync(visitor, "Get my recommendations");
        await keys.PressAsync("Enter");
        await visitor.ArriveAtAsync("/signup");
        await TabToAsync(visitor, "Email");
        await keys.TypeAsync(email);
        await keys.PressAsync("Tab");
        await keys.TypeAsync(ApiClient.Password);
        await keys.PressAsync("Enter");
        await visitor.ArriveAtAsync("/verify");
        // This visitor did not come from the address that ./run printed.
        await Expect(visitor.Page.GetByText("at the address that ./run printed")).ToBeVisibleAsync();
        await Expect(visitor.Link("Open this machine’s inbox")).ToHaveCountAsync(0);
        await TabToAsync(visitor, "Code of 6 digits");
        await keys.TypeAsync(await api.LatestCodeAsync(email));
        await visitor.ArriveAtAsync("/start?step=1");

        await TabToAsync(visitor, "Mind-bending");
        await keys.PressAsync("Space");
        await TabToAsync(visitor, "Next");
        await keys.PressAsync("Enter");
        await visitor.ArriveAtAsync("/start?step=2");
        await TabToAsync(visitor, ", film");
        await keys.PressAsync("Space");
        await Expect(visitor.Page.GetByText("1 favourite picked")).ToBeVisibleAsync();
        await TabToAsync(visitor, "Next");
        await keys.PressAsync("Enter");
        await visitor.ArriveAtAsync("/start?step=3");
        await TabToAsync(visitor, "Show me what to watch");
        await keys.PressAsync("Enter");
        await visitor.ArriveAtAsync("/");

        await TabToAsync(visitor, "Watchlist", "button");
        await keys.PressAsync("Space");
        await Expect(visitor.Page.Locator(".pick").GetByRole(AriaRole.Button, new() { Name = "Watchlist" }))
            .ToHaveAttributeAsync("aria-pressed", "true");
    });

    [Fact]
    public Task SkipLink_FirstOfAll_LeadsToTheContent() => chromium.VisitAsync(async visitor =>
    {
        await visitor.GoAsync("/");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Link("Skip to the content")).ToBeFocusedAsync();
        await Expect(visitor.Link("Skip to the content")).ToBeInViewportAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("main")).ToBeFocusedAsync();
    });

    [Fact]
    public async Task Remove_WithKeys_PassesTheFocusOnToTheNextTitle()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.NewViewerAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/favourites");
            var remove = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Remove " });
            var second = await remove.Nth(1).GetAttributeAsync("aria-label");
            await remove.First.FocusAsync();
            await visitor.Page.Keyboard.PressAsync("Enter");
            await Expect(remove).ToHaveCountAsync(2);
            await Expect(visitor.Page.GetByLabel(second!)).ToBeFocusedAsync();
        });
    }

    /// <summary>Presses Tab until an element with this name has the focus.</summary>
    private static async Task TabToAsync(Visitor visitor, string name, string tag = "")
    {
        const string focused = """
            ([name, tag]) => {
              const at = document.activeElement;
              const texts = [at?.getAttribute('aria-label'), at?.innerText, ...[...(at?.labels ?? [])].map(label => label.innerText)];
              return (tag === '' || at.tagName.toLowerCase() === tag) && texts.some(text => text?.includes(name));
            }
            """;
        for (var presses = 0; presses < 150; presses++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await visitor.Page.EvaluateAsync<bool>(focused, new[] { name, tag }))
                return;
        }

        throw new InvalidOperationException($"{name} cannot be reached by Tab.");
    }
}
