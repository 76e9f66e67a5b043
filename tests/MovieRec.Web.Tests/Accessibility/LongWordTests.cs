using System.Text.Json;
using System.Text.Json.Nodes;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Layout with a word that is wider than a phone, in every place that shows text of others.</summary>
public sealed class LongWordTests(Chromium chromium)
{
    private static readonly string s_word = new('m', 200);

    [Fact]
    public async Task LongWord_OnAPhone_LeavesEverythingWithinReach()
    {
        var user = await chromium.Host.NewViewerAsync();
        (await user.PostAsync(
            "/user/preferences",
            new { questionnaireCompleted = true, favoritePeople = new { directors = new[] { s_word } } })).Status.ShouldBe(200);
        await chromium.VisitAsync(new VisitorOptions { Screen = Screen.Phone, SignedIn = user }, async visitor =>
        {
            await visitor.ChangeTitlesAsync(Lengthen);
            await visitor.RouteAsync("/recommendations", async route =>
            {
                var response = await route.FetchAsync();
                var list = JsonNode.Parse(await response.TextAsync())!;
                foreach (var item in list["items"]!.AsArray())
                    Lengthen(item!.AsObject());
                await route.FulfillAsync(
                    new() { Status = 200, ContentType = "application/json", Body = list.ToJsonString(JsonSerializerOptions.Default) });
            });
            foreach (var path in new[] { Titles.Matrix, "/", "/preferences", $"/search?q={s_word}", "/favourites" })
            {
                await visitor.GoAsync(path);
                (await BeyondAsync(visitor.Page)).ShouldBeEmpty(path);
            }
        });
    }

    private static void Lengthen(JsonObject title)
    {
        foreach (var field in new[] { "title", "name", "overview", "recommendationReason" }.Where(title.ContainsKey))
            title[field] = s_word;
    }

    /// <summary>Finds elements beyond the right edge, outside the rows that scroll sideways.</summary>
    /// <remarks>What the page clips there cannot be reached at all.</remarks>
    private static Task<string[]> BeyondAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        room => [...document.querySelectorAll('main *')]
          .filter(at => at.checkVisibility() && !at.closest('.row-track, .cover, .quiet') && at.getBoundingClientRect().right > room + 1)
          .map(at => `${at.tagName}.${at.className} to ${at.getBoundingClientRect().right}`)
        """, new VisitorOptions { Screen = Screen.Phone }.Viewport.Width);
}
