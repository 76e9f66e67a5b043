using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Journeys;

/// <summary>Addresses, the back button, and the list of titles to continue with.</summary>
public sealed class NavigationTests(Chromium chromium)
{
    [Fact]
    public async Task DeepLink_ToAnyPage_ShowsThatPage()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.ReaderAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync(Titles.Matrix);
            await Expect(visitor.Heading("The Matrix 1999")).ToBeVisibleAsync();
            await visitor.GoAsync("/search?q=inception&type=movie");
            await Expect(visitor.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("inception");
            await Expect(visitor.Link("Inception (2010), film").First).ToBeVisibleAsync();
            await visitor.GoAsync("/watchlist");
            await Expect(visitor.Link("Breaking Bad (2008), series").First).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task DeepLink_ToAnOwnPageWithoutBeingSignedIn_AsksToSignInAndThenGoesThere()
    {
        var user = await chromium.Host.ReaderAsync();
        await chromium.VisitAsync(async visitor =>
        {
            await visitor.Page.GotoAsync("/favourites");
            await visitor.ArriveAtAsync("/signin?next=%2Ffavourites");
            await SignIn.ByFormAsync(visitor, user.Email!);
            await visitor.ArriveAtAsync("/favourites");
            await Expect(visitor.Link("Inception (2010), film").First).ToBeVisibleAsync();
        });
    }

    [Theory]
    [InlineData("https://elsewhere.example.com/")]
    [InlineData("//elsewhere.example.com")]
    [InlineData("javascript:alert(1)")]
    public async Task SignIn_WithAWayOnToElsewhere_StaysHere(string next)
    {
        var user = await chromium.Host.ReaderAsync();
        await chromium.VisitAsync(async visitor =>
        {
            await visitor.GoAsync($"/signin?next={Uri.EscapeDataString(next)}");
            await SignIn.ByFormAsync(visitor, user.Email!);
            await visitor.ArriveAtAsync("/");
            await Expect(visitor.Heading("For you").First).ToBeAttachedAsync();
        });
    }

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desk)]
    public async Task Back_FromATitle_IsWhereItWasScrolledTo(Screen screen)
    {
        var options = new VisitorOptions { Screen = screen, SignedIn = await chromium.Host.ReaderAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/");
            var link = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Top rated" }).GetByRole(AriaRole.Link).First;
            await visitor.Heading("Top rated").ScrollIntoViewIfNeededAsync();
            await visitor.SettleAsync();
            await link.ScrollIntoViewIfNeededAsync();
            var before = await visitor.Page.EvaluateAsync<double>("() => scrollY");
            before.ShouldBeGreaterThan(100);
            await link.ClickAsync();
            await Expect(visitor.Heading("Facts")).ToBeVisibleAsync();
            await visitor.SettleAsync();
            await visitor.Page.WaitForFunctionAsync("() => scrollY === 0");
            await visitor.Page.GoBackAsync();
            await visitor.ArriveAtAsync("/");
            await visitor.Page.WaitForFunctionAsync("before => Math.abs(scrollY - before) < 3", before);
            await visitor.Page.GoForwardAsync();
            await Expect(visitor.Heading("Facts")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task Back_WithinTheQuestions_GoesBackAStep()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.NewUserAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await PickAGroupAsync(visitor);
            await visitor.Page.GoBackAsync();
            await visitor.ArriveAtAsync("/start?step=1");
            await Expect(visitor.Button("A good laugh")).ToHaveAttributeAsync("aria-pressed", "true");
        });
    }

    [Fact]
    public async Task Questions_LeftHalfWay_AreGoneOnWithFromHome()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.NewUserAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await PickAGroupAsync(visitor);
            await visitor.GoAsync("/");
            await visitor.Link("Go on").ClickAsync();
            await visitor.SettleAsync();
            await Expect(visitor.Heading("Which of these do you love?")).ToBeVisibleAsync();
            await visitor.Link("Back").ClickAsync();
            await Expect(visitor.Button("A good laugh")).ToHaveAttributeAsync("aria-pressed", "true");
        });
    }

    [Fact]
    public async Task Questions_NeverAnswered_AreNotAskedOfAUserWithManyFavourites()
    {
        var user = await chromium.Host.NewUserAsync();
        foreach (var title in (await user.GetAsync("/media?limit=10&mediaType=movie")).Json.GetProperty("results").EnumerateArray())
            (await user.PostAsync("/user/favourites", new { mediaId = title.GetProperty("id").GetInt64() })).Status.ShouldBe(200);
        await chromium.VisitAsync(new VisitorOptions { SignedIn = user }, async visitor =>
        {
            await visitor.GoAsync("/");
            await Expect(visitor.Heading("Because you liked").First).ToBeAttachedAsync();
            await Expect(visitor.Page.GetByText("Tell us a little more")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public Task Row_PushedToItsEnd_HasShownAllItsTitles() => chromium.VisitAsync(async visitor =>
    {
        await visitor.GoAsync("/search");
        var titles = visitor.Page.Locator(".row-track .card-link");
        // Two screens of a desktop, and no more before the visitor scrolls near them.
        await Expect(titles).ToHaveCountAsync(18);
        await Expect(visitor.Button("On in Popular right now")).ToBeEnabledAsync();
        await PushToTheEndAsync(visitor);
        await Expect(titles).ToHaveCountAsync(24);
        await PushToTheEndAsync(visitor);
        await Expect(visitor.Button("On in Popular right now")).ToBeDisabledAsync();
    });

    private static async Task PushToTheEndAsync(Visitor visitor) =>
        await visitor.Page.EvaluateAsync("() => document.querySelector('.row-track').scrollTo({ left: 1e5, behavior: 'instant' })");

    private static async Task PickAGroupAsync(Visitor visitor)
    {
        await visitor.GoAsync("/start");
        await visitor.Button("A good laugh").ClickAsync();
        await visitor.Button("Next").ClickAsync();
        await visitor.ArriveAtAsync("/start?step=2");
    }
}
