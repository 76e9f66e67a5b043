using MovieRec.TestKit.Http;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Journeys;

/// <summary>Steps of a new user, from the welcome page to the first recommendations.</summary>
internal static class Newcomer
{
    /// <param name="visitor">The visitor.</param>
    /// <param name="start">Address that <c>./run</c> printed.</param>
    /// <param name="email">Email of the new account.</param>
    public static async Task SignUpAsync(Visitor visitor, string start, string email)
    {
        await visitor.GoAsync(start);
        await Expect(visitor.Heading("Find something to watch tonight")).ToBeVisibleAsync();
        await visitor.Link("Get my recommendations").ClickAsync();
        await visitor.ArriveAtAsync("/signup");
        await visitor.Page.GetByLabel("Email").FillAsync(email);
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(ApiClient.Password);
        await visitor.Button("Send me a code").ClickAsync();
        await visitor.ArriveAtAsync("/verify");
    }

    /// <summary>Opens the inbox by the page's link, and enters the code from it.</summary>
    public static async Task VerifyAsync(Visitor visitor)
    {
        var inbox = await visitor.Context.RunAndWaitForPageAsync(() => visitor.Link("Open this machine’s inbox").ClickAsync());
        var code = await inbox.Locator(".code").First.InnerTextAsync();
        await inbox.CloseAsync();
        await visitor.Page.GetByLabel("Code of 6 digits").FillAsync(code);
        await visitor.ArriveAtAsync("/start?step=1");
    }

    public static async Task SubmitQuestionsAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.Button("Mind-bending").ClickAsync();
        await visitor.Button("To the stars").ClickAsync();
        await Expect(visitor.Button("Mind-bending")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.GetByText("2 groups picked")).ToBeVisibleAsync();
        await visitor.Button("Next").ClickAsync();

        await visitor.ArriveAtAsync("/start?step=2");
        foreach (var nth in new[] { 0, 2, 4 })
            await page.Locator(".pick-card").Nth(nth).ClickAsync();
        await Expect(page.GetByText("3 favourites picked")).ToBeVisibleAsync();
        await visitor.Button("Next").ClickAsync();

        await visitor.ArriveAtAsync("/start?step=3");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Thrilling" }).CheckAsync();
        await visitor.Button("Show me what to watch").ClickAsync();
        await visitor.ArriveAtAsync("/");
    }
}
