using MovieRec.Api;
using MovieRec.LocalHost.Tests.Hosting;

namespace MovieRec.LocalHost.Tests.Gateway;

public sealed class AuthorizerTests
{
    [Fact]
    public async Task AccessToken_AfterAnHour_IsRefusedEverywhereAndARefreshedOneIsNot()
    {
        await using var host = await InProcessHost.StartAsync();
        using var client = await host.NewUserAsync();
        (await client.GetAsync("/user/favourites")).Status.ShouldBe(200);

        host.Clock.Advance(TimeSpan.FromMinutes(60));
        foreach (var route in Routes.All.Where(route => route.Access == Access.Protected))
            (await client.SendAsync(new HttpMethod(route.Method), route.Path, null)).Code.ShouldBe("Unauthorized", route.ToString());

        var refreshed = await client.PostAsync("/auth/refresh", new { refreshToken = client.RefreshToken });
        client.AccessToken = refreshed.Json.GetProperty("accessToken").GetString();
        (await client.GetAsync("/user/favourites")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task RefreshToken_AfterThirtyDays_IsNotAuthorized()
    {
        await using var host = await InProcessHost.StartAsync();
        using var client = await host.NewUserAsync();
        host.Clock.Advance(TimeSpan.FromDays(30));
        (await client.PostAsync("/auth/refresh", new { refreshToken = client.RefreshToken })).Code.ShouldBe("NotAuthorizedException");
    }

    [Fact]
    public async Task AccessToken_OfAnotherPool_IsRefused()
    {
        await using var host = await InProcessHost.StartAsync();
        await using var other = await InProcessHost.StartAsync();
        using var stranger = await other.NewUserAsync();
        using var client = host.Client();
        client.AccessToken = stranger.AccessToken;
        (await client.GetAsync("/user/preferences")).Code.ShouldBe("Unauthorized");
    }

    [Fact]
    public async Task IdToken_InPlaceOfAnAccessToken_IsRefused()
    {
        await using var host = await InProcessHost.StartAsync();
        using var client = await host.NewUserAsync();
        var refreshed = await client.PostAsync("/auth/refresh", new { refreshToken = client.RefreshToken });
        client.AccessToken = refreshed.Json.GetProperty("idToken").GetString();
        (await client.GetAsync("/user/preferences")).Code.ShouldBe("Unauthorized");
    }

    [Theory]
    [InlineData("authorization", "bearer")]
    [InlineData("AUTHORIZATION", "BEARER")]
    public async Task Authorization_InAnyCase_IsTaken(string field, string scheme)
    {
        await using var host = await InProcessHost.StartAsync();
        using var client = await host.NewUserAsync();
        var token = client.AccessToken;
        client.AccessToken = null;
        (await client.GetAsync("/user/favourites", (field, $"{scheme} {token}"))).Status.ShouldBe(200);
    }
}
