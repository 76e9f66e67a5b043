using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>CloudFront function of the page's stack, run by Node on events in CloudFront's format.</summary>
public sealed class WebRoutingTests(Stacks stacks)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData("/title/movie/603", "navigate", Browser, "/index.html")]
    [InlineData("/search", "navigate", Browser, "/index.html")]
    [InlineData("/favourites/", "navigate", Browser, "/index.html")]
    [InlineData("/", "navigate", Browser, "/index.html")]
    [InlineData("/v1.2/search", "navigate", Browser, "/index.html")]
    // Browsers that send no Sec-Fetch-Mode.
    [InlineData("/title/tv/1396", null, Browser, "/index.html")]
    [InlineData("/title/tv/1396", null, "TEXT/HTML", "/index.html")]
    // Files, existing or not.
    [InlineData("/sw.js", "navigate", Browser, "/sw.js")]
    [InlineData("/assets/gone-12345678.js", "no-cors", "*/*", "/assets/gone-12345678.js")]
    [InlineData("/assets/gone", "navigate", Browser, "/assets/gone")]
    [InlineData("/favicon.ico", "navigate", Browser, "/favicon.ico")]
    [InlineData("/.well-known/security.txt", "navigate", Browser, "/.well-known/security.txt")]
    // Requests of scripts, and requests that do not accept a page.
    [InlineData("/prod/media", "cors", "application/json", "/prod/media")]
    [InlineData("/prod/media", "same-origin", Browser, "/prod/media")]
    [InlineData("/title/movie/603", null, "*/*", "/title/movie/603")]
    [InlineData("/title/movie/603", null, null, "/title/movie/603")]
    public async Task Request_OfThePagesAddresses_IsAnsweredWithThePage(string path, string? mode, string? accept, string expected) =>
        (await RewrittenAsync(path, mode, accept)).ShouldBe(expected);

    [Fact]
    public void Function_IsPublishedForEveryRequest()
    {
        var function = stacks.Web.Single("AWS::CloudFront::Function");
        (function.Text("AutoPublish"), Template.Plain(function["FunctionConfig"]!["Runtime"])).ShouldBe(("true", "cloudfront-js-2.0"));
        var association =
            stacks.Web.Single(
                "AWS::CloudFront::Distribution")["DistributionConfig"]!["DefaultCacheBehavior"]!["FunctionAssociations"]!.AsArray()
                    .ShouldHaveSingleItem()!;
        (Template.Plain(association["EventType"]), stacks.Web.Referred(association["FunctionARN"]).Id)
            .ShouldBe(("viewer-request", function.Id));
    }

    private async Task<string> RewrittenAsync(string path, string? mode, string? accept)
    {
        var headers = new JsonObject();
        foreach (var (name, value) in new[] { ("sec-fetch-mode", mode), ("accept", accept) })
        {
            if (value is not null)
                headers[name] = new JsonObject { ["value"] = value };
        }

        var sent = new JsonObject
        {
            [
            "request"] =
                new JsonObject { ["method"] = "GET", ["uri"] = path, ["querystring"] = new JsonObject(), ["headers"] = headers },
        };
        var code = stacks.Web.Single("AWS::CloudFront::Function").Text("FunctionCode");
        using var node =
            Process.Start(new ProcessStartInfo("node", ["-e", $"{code}\nconsole.log(JSON.stringify(handler({sent.ToJsonString()})));"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
        var printed = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0);
        using var request = JsonDocument.Parse(printed);
        return request.RootElement.GetProperty("uri").GetString()!;
    }
}
