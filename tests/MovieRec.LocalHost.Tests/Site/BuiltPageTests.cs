using System.Net;
using MovieRec.TestKit;

namespace MovieRec.LocalHost.Tests.Site;

public sealed class BuiltPageTests(BuiltPageHost host) : IClassFixture<BuiltPageHost>
{
    private static readonly (string, string) s_html = ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/title/movie/603")]
    [InlineData("/search?q=alien")]
    public async Task Page_AtAnAddressOfItsOwn_IsServedUncachedWithItsHeaders(string path)
    {
        using var response = await host.GetAsync(path, s_html);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("<!doctype html><title>page</title>");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        response.Headers.GetValues("Vary").ShouldHaveSingleItem().ShouldBe("Accept-Encoding");
        response.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        response.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("no-referrer");
        response.Headers.GetValues("Permissions-Policy").ShouldHaveSingleItem().ShouldContain("camera=()");
        var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        // Same policy as documented for other hosts, without the API's origin, which is the page's own here.
        policy.ShouldBe(await DocumentedPolicyAsync());
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("data:");
    }

    [Fact]
    public async Task Root_AskedForByAnything_IsThePage()
    {
        using var response = await host.GetAsync("/", ("Accept", "*/*"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Head_OfThePage_HasItsLengthAndNoBody()
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var response =
            await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, host.Address), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldBe(34);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/assets/index-AbCd1234.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("/assets/index-AbCd1234.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("/config.json", "application/json; charset=utf-8", "no-cache")]
    [InlineData("/sw.js", "text/javascript; charset=utf-8", "no-cache")]
    public async Task File_OfThePage_HasItsTypeAndIsCachedForeverOnlyWhereItsNameHasAHash(string path, string type, string caching)
    {
        using var response = await host.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe(type);
        response.Headers.GetValues("Cache-Control").ShouldHaveSingleItem().Split(", ").ShouldBe(caching.Split(", "), ignoreOrder: true);
    }

    [Theory]
    [InlineData("/assets/index-Gone0000.js")]
    [InlineData("/assets/anything")]
    [InlineData("/missing.png")]
    [InlineData("/notes.txt")]
    [InlineData("/.hidden.json")]
    [InlineData("/index.html.br")]
    public async Task File_ThatIsNone_IsNotFoundEvenForANavigation(string path)
    {
        using var response = await host.GetAsync(path, s_html, ("Sec-Fetch-Mode", "navigate"));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Accept", "application/json")]
    [InlineData("Sec-Fetch-Mode", "cors")]
    public async Task Address_AskedForByAProgram_IsNotThePage(string header, string value)
    {
        using var response = header == "Accept"
            ? await host.GetAsync("/watchlist", (header, value))
            : await host.GetAsync("/watchlist", s_html, (header, value));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("br", "br", "page as brotli")]
    [InlineData("gzip, deflate, br", "br", "page as brotli")]
    [InlineData("gzip", "gzip", "page as gzip")]
    [InlineData("br;q=0, gzip", "gzip", "page as gzip")]
    [InlineData("identity", null, "<!doctype html><title>page</title>")]
    public async Task Page_CompressedByTheBuild_IsSentAsTheBrowserTakesIt(string accepted, string? encoding, string body)
    {
        using var response = await host.GetAsync("/", s_html, ("Accept-Encoding", accepted));
        response.Content.Headers.ContentEncoding.FirstOrDefault().ShouldBe(encoding);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(body);
    }

    [Fact]
    public async Task Page_AskedForWithItsTag_IsNotSentAgain()
    {
        using var first = await host.GetAsync("/", s_html, ("Accept-Encoding", "br"));
        using var second = await host.GetAsync("/", s_html, ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.ToString()));
        using var otherwise = await host.GetAsync("/", s_html, ("If-None-Match", first.Headers.ETag!.ToString()));
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        otherwise.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/../secret.json")]
    [InlineData("/assets/../../secret.json")]
    [InlineData("/%2e%2e/secret.json")]
    [InlineData("/assets/%2e%2e/%2e%2e/secret.json")]
    [InlineData("/..%2fsecret.json")]
    [InlineData("/..%5csecret.json")]
    [InlineData("/..\\secret.json")]
    [InlineData("//secret.json")]
    [InlineData("/%252e%252e/secret.json")]
    [InlineData("/assets/..%00/secret.json")]
    [InlineData("/.hidden.json")]
    [InlineData("/./.hidden.json")]
    public async Task Path_ThatLeavesTheFolder_FindsNothing(string path)
    {
        var response = await host.GetRawAsync(path);
        response.ShouldNotContain("secret");
        response.ShouldMatch("^HTTP/1.1 40[04] ");
    }

    [Theory]
    [InlineData("/openapi.yaml", "application/yaml")]
    [InlineData("/healthz", "application/json")]
    [InlineData("/dev/inbox", "text/html")]
    [InlineData("/site.css", "text/css")]
    [InlineData("/prod/media?limit=1", "application/json")]
    public async Task Page_WhenServed_HidesNothingElse(string path, string type)
    {
        using var response = await host.GetAsync(path == "/dev/inbox" ? host.Inbox : path, s_html);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    private static async Task<string> DocumentedPolicyAsync()
    {
        const string header = "Content-Security-Policy: ";
        var lines = await File.ReadAllLinesAsync(RepositoryRoot.File("docs", "web.md"), TestContext.Current.CancellationToken);
        return lines.Single(line => line.StartsWith(header, StringComparison.Ordinal))[header.Length..]
            .Replace(" API;", ";", StringComparison.Ordinal);
    }
}
