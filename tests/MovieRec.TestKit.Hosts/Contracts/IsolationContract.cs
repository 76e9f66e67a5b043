using MovieRec.Api;
using MovieRec.TestKit.Hosts.Processes;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.TestKit.Hosts.Contracts;

/// <summary>Contract: no request of B changes A's data by a byte or shows B any of it.</summary>
public abstract class IsolationContract(SharedHost host)
{
    private const string Mark = "marked as A's own";

    public static TheoryData<string> ProtectedRoutes =>
        [.. Routes.All.Where(route => route.Access == Access.Protected).Select(route => route.ToString())];

    [Theory]
    [MemberData(nameof(ProtectedRoutes))]
    public async Task OtherUser_ByAnyParameter_NeitherSeesNorChangesAnything(string route)
    {
        IsolationCases.ByRoute.Keys.ShouldContain(route, "a protected route needs isolation cases");
        using var owner = await OwnerAsync();
        using var other = await host.NewUserAsync();
        var record = await StoredRecord.GetAsync(owner);
        var known = new IsolationCases.Attempt(owner.UserId!, owner.Email!, owner.IdToken!, new Dictionary<string, string>
        {
            ["/user/favourites"] = await NextTokenAsync(owner, "/user/favourites"),
            ["/user/watchlist"] = await NextTokenAsync(owner, "/user/watchlist"),
        });

        foreach (var (what, request) in IsolationCases.ByRoute[route])
        {
            var attack = request(known);
            var response = await attack.SendAsync(other, route[..route.IndexOf(' ', StringComparison.Ordinal)]);
            response.Status.ShouldBeLessThan(500, what);
            ShouldHoldNothingOf(owner, response.Text, what, attack.RepeatsWhatBSent);
            (await StoredRecord.GetAsync(owner)).ShouldBe(record, what);
        }

        foreach (var own in (string[])["/user/preferences", "/user/favourites", "/user/watchlist", "/recommendations?limit=50"])
        {
            ShouldHoldNothingOf(
                owner, (await other.GetAsync(own)).Text, own, repeatsUserId: route.EndsWith("/preferences", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Cases_OfIsolation_NameNoRouteThatIsNotProtected() =>
        IsolationCases.ByRoute.Keys.Order(StringComparer.Ordinal).ShouldBe(
            Routes.All.Where(route => route.Access == Access.Protected).Select(route => route.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Lists_OfTwoUsersWithOneTitle_AreTwoEntries()
    {
        using var owner = await OwnerAsync();
        using var other = await host.NewUserAsync();
        foreach (var list in (string[])["/user/favourites", "/user/watchlist"])
        {
            (await other.PostAsync(list, new { mediaId = ValidRequests.MediaId, title = "of B" })).Status.ShouldBe(200);
            var record = await StoredRecord.GetAsync(owner);
            (await other.DeleteAsync($"{list}?mediaId={ValidRequests.MediaId}")).Status.ShouldBe(200);
            (await other.GetAsync(list)).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
            (await StoredRecord.GetAsync(owner)).ShouldBe(record);
        }
    }

    [Fact]
    public async Task Recommendations_OfAnotherUser_AreNotReasonedByWhatOneLikes()
    {
        using var owner = await OwnerAsync();
        using var other = await host.NewUserAsync();
        var liked = (await owner.GetAsync("/media?mediaType=movie&listType=popular&limit=20")).Json.GetProperty("results").EnumerateArray()
            .Select(title => title.GetProperty("id").GetInt64()).ToArray();
        foreach (var id in liked)
            (await owner.PostAsync("/user/favourites", new { mediaId = id })).Status.ShouldBe(200);

        var items = (await other.GetAsync("/recommendations?limit=50&mediaType=movie")).Json.GetProperty("items").EnumerateArray()
            .ToArray();

        items.Length.ShouldBe(50);
        items.SelectMany(item => item.GetProperty("reasons").EnumerateArray()).Select(reason => reason.GetProperty("kind").GetString())
            .ShouldNotContain(kind => kind == "likedTitle" || kind == "watchlistTitle");
    }

    [Fact]
    public async Task Answers_ToAUser_ForbidCachesToKeepThem()
    {
        using var owner = await OwnerAsync();
        foreach (var path in (string[])["/user/preferences", "/user/favourites", "/user/watchlist", "/recommendations"])
            (await owner.GetAsync(path)).Header("Cache-Control").ShouldBe("no-store", path);
    }

    private static void ShouldHoldNothingOf(ApiClient owner, string text, string what, bool repeatsUserId)
    {
        text.ShouldNotContain(Mark, Case.Insensitive, what);
        text.ShouldNotContain(owner.Email!, Case.Insensitive, what);
        if (!repeatsUserId)
            text.ShouldNotContain(owner.UserId!, Case.Insensitive, what);
    }

    private async Task<ApiClient> OwnerAsync()
    {
        var owner = await host.NewUserAsync();
        await StoredRecord.FillAsync(owner, Mark);
        return owner;
    }

    private static async Task<string> NextTokenAsync(ApiClient client, string list) =>
        (await client.GetAsync($"{list}?limit=1")).Json.GetProperty("nextToken").GetString()!;
}
