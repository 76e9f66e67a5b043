using System.Text.Json;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Journeys;

/// <summary>All actions of a user in the order of a first evening, on phone and desktop, with the worker.</summary>
public sealed class WholeJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desk)]
    public Task Newcomer_FromWelcomeToSigningOut_FindsAndKeepsAndLeaves(Screen screen) =>
        chromium.VisitAsync(new VisitorOptions { Screen = screen, Worker = true, WholeBrowser = true }, async visitor =>
        {
            var email = chromium.Host.NewEmail();
            await Newcomer.SignUpAsync(visitor, chromium.Host.Start, email);
            await Newcomer.VerifyAsync(visitor);
            await Newcomer.SubmitQuestionsAsync(visitor);
            await SeeReasonsAsync(visitor);
            await SearchAsync(visitor);
            await KeepAsync(visitor);
            await ArrangeFavouritesAsync(visitor);
            await SayTasteAsync(visitor);
            await TakeEverythingAsync(visitor, email);
            await SignOutAsync(visitor);
        });

    private static async Task SeeReasonsAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await Expect(page.Locator(".pick .why")).Not.ToBeEmptyAsync();
        await Expect(page.GetByText("These are what most people like")).ToHaveCountAsync(0);
        (await page.Locator(".card-why").AllInnerTextsAsync()).ShouldAllBe(why => why.Length > 0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Because you liked" })).ToHaveCountAsync(3);
        var first = await page.Locator("#pick").InnerTextAsync();
        await visitor.Button("Another one").ClickAsync();
        await Expect(page.Locator("#pick")).Not.ToHaveTextAsync(first);
        await Expect(page.Locator("#pick")).ToBeFocusedAsync();
    }

    private static async Task SearchAsync(Visitor visitor)
    {
        await visitor.Navigation("Search").ClickAsync();
        await visitor.ArriveAtAsync("/search");
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("the matirx");
        await visitor.Link("The Matrix (1999), film").First.ClickAsync();
        await visitor.ArriveAtAsync(Titles.Matrix);
        await Expect(visitor.Heading("The Matrix 1999")).ToBeFocusedAsync();
        await Expect(visitor.Page).ToHaveTitleAsync("The Matrix · MovieRec");
        await Expect(visitor.Heading("Why it suits you")).ToBeVisibleAsync();
        await Expect(visitor.Heading("More like this")).ToBeVisibleAsync();
    }

    private static async Task KeepAsync(Visitor visitor)
    {
        var page = visitor.Page;
        foreach (var list in new[] { "Favourite", "Watchlist" })
        {
            var button = page.Locator(".title-body").GetByRole(AriaRole.Button, new() { Name = list });
            await page.RunAndWaitForResponseAsync(() => button.ClickAsync(), response => response.Request.Method is "POST" && response.Ok);
            await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        }

        var away = visitor.Button("Not interested");
        await away.ClickAsync();
        await Expect(away).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(visitor.Notices).ToContainTextAsync("You will not be shown The Matrix again.");
        await page.RunAndWaitForResponseAsync(
            () => visitor.Notices.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync(),
            response => response.Request.Method is "POST" && response.Ok
                && response.Request.PostData?.Contains("\"notInterested\":[]", StringComparison.Ordinal) is true);
        await Expect(away).ToHaveAttributeAsync("aria-pressed", "false");
    }

    private static async Task ArrangeFavouritesAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.Navigation("Favourites").ClickAsync();
        await visitor.ArriveAtAsync("/favourites");
        await Expect(page.GetByText("4 titles")).ToBeVisibleAsync();
        await page.GetByLabel("Sort by").SelectOptionAsync("Name");
        var names = page.Locator(".grid .card-link > .quiet");
        await Expect(names).ToHaveTextAsync((await names.AllTextContentsAsync()).Order(StringComparer.OrdinalIgnoreCase));
        await page.GetByLabel("Filter by name").FillAsync("matrix");
        await Expect(page.GetByText("1 of 4 titles")).ToBeVisibleAsync();
        await Expect(page.Locator(".grid li")).ToHaveCountAsync(1);

        var csv = await DownloadAsync(visitor, "Export as CSV", "movierec-favourites.csv");
        csv.ShouldStartWith("\ufeffTitle,Kind,Released,Rating,Genres,Added,Id\r\nThe Matrix,Film,1999");
        var json = JsonDocument.Parse(await DownloadAsync(visitor, "Export as JSON", "movierec-favourites.json")).RootElement;
        json[0].GetProperty("mediaId").GetString().ShouldBe("9312698851");

        await visitor.Button("Remove The Matrix").ClickAsync();
        await Expect(visitor.Heading("Favourites")).ToBeVisibleAsync();
        await Expect(page.GetByText("Nothing matches")).ToBeVisibleAsync();
        await visitor.Notices.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator(".grid li")).ToHaveCountAsync(1);
        await visitor.Navigation("Watchlist").ClickAsync();
        await visitor.ArriveAtAsync("/watchlist");
        await Expect(page.GetByText("1 title", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task SayTasteAsync(Visitor visitor)
    {
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Account" }).First.ClickAsync();
        await visitor.ArriveAtAsync("/account");
        await visitor.Link("Your taste").ClickAsync();
        await visitor.ArriveAtAsync("/preferences");
        var comedy = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "More of" }).GetByLabel("Comedy");
        await visitor.Page.RunAndWaitForResponseAsync(
            () => comedy.CheckAsync(), response => response.Request.Method is "POST" && response.Ok);
        await visitor.Page.ReloadAsync();
        await visitor.SettleAsync();
        await Expect(comedy).ToBeCheckedAsync();
    }

    private static async Task TakeEverythingAsync(Visitor visitor, string email)
    {
        await visitor.Page.GoBackAsync();
        await visitor.ArriveAtAsync("/account");
        await Expect(visitor.Page.GetByText(email)).ToBeVisibleAsync();
        var all = JsonDocument.Parse(await DownloadAsync(visitor, "Export everything", "movierec-everything.json")).RootElement;
        all.GetProperty("email").GetString().ShouldBe(email);
        all.GetProperty("favourites").GetArrayLength().ShouldBe(4);
        all.GetProperty("watchlist").GetArrayLength().ShouldBe(1);
        all.GetProperty("preferences").GetProperty("questionnaireCompleted").GetBoolean().ShouldBeTrue();
    }

    private static async Task SignOutAsync(Visitor visitor)
    {
        await visitor.Button("Sign out").ClickAsync();
        await visitor.ArriveAtAsync("/");
        await Expect(visitor.Heading("Find something to watch tonight")).ToBeVisibleAsync();
        await Expect(visitor.Notices).ToContainTextAsync("You are signed out.");
        (await visitor.StoredAsync()).ShouldNotContain(kept => kept.StartsWith("movierec.session", StringComparison.Ordinal));
    }

    private static async Task<string> DownloadAsync(Visitor visitor, string button, string file)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Button(button).ClickAsync());
        download.SuggestedFilename.ShouldBe(file);
        await using var content = await download.CreateReadStreamAsync();
        using var all = new MemoryStream();
        await content.CopyToAsync(all);
        return System.Text.Encoding.UTF8.GetString(all.ToArray());
    }
}
