using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MovieRec.LocalHost.Tests.Hosting;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.LocalHost.Tests.Site;

public sealed partial class StaticSiteTests(InProcessHost host)
{
    [Fact]
    public async Task Page_EveryLinkOfItsOwn_Answers()
    {
        using var http = new HttpClient { BaseAddress = new Uri(host.Address), Timeout = Timeout.InfiniteTimeSpan };
        var page = await http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var links = Links().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups["link"].Value))
            .Where(link => link.StartsWith('/')).ToList();
        links.Count.ShouldBeGreaterThan(5);
        foreach (var link in links.Append("/site.css"))
        {
            using var response = await http.GetAsync(link, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }

        page.ShouldContain("the web page was not built");
        page.ShouldContain(host.Address, customMessage: "the commands on the page name the port that is served");
    }

    [Fact]
    public async Task Healthz_WhenServing_IsOk()
    {
        using var http = new HttpClient { BaseAddress = new Uri(host.Address), Timeout = Timeout.InfiniteTimeSpan };
        (await http.GetStringAsync("/healthz", TestContext.Current.CancellationToken)).ShouldBe("""{"status":"ok"}""");
    }

    [Fact]
    public async Task Jwks_UnderTheIssuer_HasTheSigningKey()
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var issuer = host.Services.GetRequiredService<LocalUserPoolOptions>().Issuer;
        issuer.ShouldStartWith(host.Address);
        var keys =
            JsonDocument.Parse(
                await http.GetStringAsync(
                    $"{issuer}/.well-known/jwks.json", TestContext.Current.CancellationToken)).RootElement.GetProperty("keys");
        keys[0].GetProperty("alg").GetString().ShouldBe("RS256");
        keys[0].TryGetProperty("d", out _).ShouldBeFalse("the private part is not published");
    }

    [GeneratedRegex("href=\"(?<link>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Links();
}
