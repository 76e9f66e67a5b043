using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.Journeys;

/// <summary>Main journey of a new user.</summary>
public sealed class NewUserTests(SharedHost host)
{
    [Fact]
    public async Task NewUser_FromSignUpToRecommendations_GetsTitlesWithReasons()
    {
        var email = host.NewEmail();
        using var client = new ApiClient(host.Address, host.Inbox);

        (await client.PostAsync("/auth/signup", new { email, password = ApiClient.Password })).Status.ShouldBe(200);
        (await client.PostAsync("/auth/signin", new { email, password = ApiClient.Password })).Code.ShouldBe("UserNotConfirmedException");
        (await client.PostAsync("/auth/signup", new { email, code = await client.LatestCodeAsync(email) })).Status.ShouldBe(200);
        await client.SignInAsync(email);

        (await client.GetAsync("/user/preferences")).Code.ShouldBe("PreferencesNotFound");
        var before = await client.GetAsync("/recommendations");
        before.Json.GetProperty("source").GetString().ShouldBe("popular");

        (await client.PostAsync(
            "/user/preferences", new { favoriteGenres = new[] { "878" }, contentDiscoveryPreference = new[] { "trending" } }))
            .Status.ShouldBe(200);
        (await client.GetAsync("/user/preferences")).Json.GetProperty("preferences").GetProperty("favoriteGenres")[0].GetString()
            .ShouldBe("878");

        var liked = (await client.GetAsync("/media?query=blade%20runner&mediaType=movie")).Json.GetProperty("results")[0];
        liked.GetProperty("title").GetString().ShouldBe("Blade Runner");
        var likedId = liked.GetProperty("id").GetInt64();
        (await client.PostAsync("/user/favourites", new { mediaId = likedId, mediaType = "movie" })).Status.ShouldBe(200);
        var later = (await client.GetAsync("/media?query=true%20detective&type=tv")).Json.GetProperty("results")[0];
        (await client.PostAsync("/user/watchlist", later)).Status.ShouldBe(200);

        var list = await client.GetAsync("/recommendations?limit=20");
        list.Json.GetProperty("source").GetString().ShouldBe("personalized");
        var items = list.Json.GetProperty("items").EnumerateArray().ToList();
        items.Count.ShouldBe(20);
        items.ShouldAllBe(item => item.GetProperty("recommendationReason").GetString()!.Length > 0);
        items.Select(item => item.GetProperty("mediaId").GetString())
            .ShouldNotContain(id => id == likedId.ToString() || id == later.GetProperty("id").GetInt64().ToString());
        items.SelectMany(item => item.GetProperty("reasons").EnumerateArray())
            .ShouldContain(reason => reason.GetProperty("kind").GetString() == "likedTitle"
                && reason.GetProperty("mediaId").GetString() == likedId.ToString());
    }

    [Fact]
    public async Task Refresh_WithTheSignInsToken_GivesAnAccessTokenThatWorks()
    {
        using var client = await host.NewUserAsync();
        var response = await client.PostAsync("/auth/refresh", new { refreshToken = client.RefreshToken });
        response.Status.ShouldBe(200, response.Text);
        client.AccessToken = response.Json.GetProperty("accessToken").GetString();
        (await client.GetAsync("/user/favourites")).Status.ShouldBe(200);
    }
}
