using MovieRec.Api;
using MovieRec.LocalHost.Tests.Hosting;

namespace MovieRec.LocalHost.Tests.Gateway;

public sealed class CorsTests(InProcessHost host)
{
    public static TheoryData<string> Paths => [.. Routes.All.Select(route => route.Path).Distinct()];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Preflight_EveryPath_NamesItsMethods(string path)
    {
        using var client = host.Client();
        var response = await client.SendAsync(HttpMethod.Options, path, null, ("Origin", InProcessHost.OtherOrigin));
        response.Status.ShouldBe(204);
        response.Text.ShouldBe("");
        response.Header("Access-Control-Allow-Origin").ShouldBe(InProcessHost.OtherOrigin);
        response.Header("Access-Control-Allow-Credentials").ShouldBe("true");
        response.Header("Access-Control-Allow-Methods").ShouldBe(
            string.Join(',', Routes.All.Where(route => route.Path == path).Select(route => route.Method).Append("OPTIONS")));
        response.Header("Access-Control-Allow-Headers")
            .ShouldBe("Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,If-Match");
        response.Header("Access-Control-Max-Age").ShouldBe("86400");
        response.Header("Vary").ShouldBe("Origin");
    }

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData(null)]
    public async Task Preflight_AnUnlistedOrNoOrigin_IsAnsweredWithTheFirstAllowed(string? origin)
    {
        using var client = host.Client();
        var response = await client.SendAsync(HttpMethod.Options, "/media", null, origin is null ? [] : [("Origin", origin)]);
        response.Header("Access-Control-Allow-Origin").ShouldBe(InProcessHost.Origin);
    }

    [Theory]
    [InlineData(InProcessHost.Origin)]
    [InlineData(InProcessHost.OtherOrigin)]
    public async Task Function_AnAllowedOrigin_IsEchoed(string origin)
    {
        using var client = host.Client();
        var response = await client.GetAsync("/media?limit=1", ("Origin", origin));
        response.Header("Access-Control-Allow-Origin").ShouldBe(origin);
        response.Header("Access-Control-Allow-Credentials").ShouldBe("true");
        response.Header("Access-Control-Expose-Headers").ShouldBe("ETag");
    }

    [Fact]
    public async Task Function_AnUnlistedOrigin_IsNeverEchoed()
    {
        using var client = host.Client();
        var response = await client.GetAsync("/media?limit=1", ("Origin", "https://evil.example.com"));
        response.Status.ShouldBe(200);
        response.Header("Access-Control-Allow-Origin").ShouldBeNull();
        var error = await client.PostAsync("/auth/signin", new { }, ("Origin", "https://evil.example.com"));
        error.Status.ShouldBe(400);
        error.Header("Access-Control-Allow-Origin").ShouldBeNull();
    }

    [Theory]
    [InlineData("GET", "/user/favourites", 401)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("PUT", "/media", 404)]
    public async Task GatewayError_AnyOrigin_IsCopiedSoThatABrowserShowsTheError(string verb, string path, int status)
    {
        using var client = host.Client();
        var response = await client.SendAsync(new HttpMethod(verb), path, null, ("Origin", "https://elsewhere.example.com"));
        response.Status.ShouldBe(status);
        response.Header("Access-Control-Allow-Origin").ShouldBe("https://elsewhere.example.com");
        response.Header("Access-Control-Allow-Credentials").ShouldBe("true");
        (await client.SendAsync(new HttpMethod(verb), path, null)).Header("Access-Control-Allow-Origin").ShouldBeNull();
    }

    [Fact]
    public async Task Preflight_AnUnknownPath_IsNotFound()
    {
        using var client = host.Client();
        (await client.SendAsync(HttpMethod.Options, "/nowhere", null, ("Origin", InProcessHost.Origin))).Code.ShouldBe("NotFound");
    }
}
