using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MovieRec.LocalHost.Tests.Hosting;
using MovieRec.Sqlite.Emails;
using MovieRec.Sqlite.Inbox;

namespace MovieRec.LocalHost.Tests.Dev;

public sealed class InboxTests(InProcessHost host)
{
    [Fact]
    public async Task Inbox_AsJson_ListsTheMailOfOneAddressNewestLast()
    {
        using var http = new HttpClient { BaseAddress = new Uri(host.Address), Timeout = Timeout.InfiniteTimeSpan };
        var inbox = host.Services.GetRequiredService<SqliteInbox>();
        foreach (var code in (string[])["111111", "222222"])
        {
            await inbox.SendAsync(
                new Mail("listed@example.com", "Subject", "Body", code, host.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        }
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        using var response = await http.GetAsync($"{host.Inbox}&email=LISTED@example.com", TestContext.Current.CancellationToken);
        var mails = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        mails.EnumerateArray().Select(mail => mail.GetProperty("code").GetString()).ShouldBe(["111111", "222222"]);
        mails[0].EnumerateObject().Select(field => field.Name).ShouldBe(["to", "subject", "body", "code", "sentAt"]);
    }

    [Fact]
    public async Task Inbox_AsAPage_ShowsMailAsTextAndNotAsMarkup()
    {
        using var http = new HttpClient { BaseAddress = new Uri(host.Address), Timeout = Timeout.InfiniteTimeSpan };
        await host.Services.GetRequiredService<SqliteInbox>().SendAsync(
            new Mail("<script>alert(1)</script>@example.com", "Subject", "Body", "333333", host.Clock.GetUtcNow()),
            TestContext.Current.CancellationToken);
        using var response = await http.GetAsync(host.Inbox, TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        page.ShouldContain("333333");
        page.ShouldContain("&lt;script&gt;");
        page.ShouldNotContain("<script>");
        response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("default-src 'none'");
    }

    [Theory]
    [InlineData("evil.example.com", HttpStatusCode.NotFound)]
    [InlineData("192.168.1.5", HttpStatusCode.NotFound)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task Inbox_ByAnotherName_IsNotThere(string name, HttpStatusCode status) =>
        (await StatusAsync(host.Inbox, ("Host", name))).ShouldBe(status);

    [Theory]
    [InlineData("")]
    [InlineData("?email=listed@example.com")]
    [InlineData("?token=")]
    [InlineData("?token=00000000000000000000000000000000")]
    [InlineData("/?token=00000000000000000000000000000000")]
    public async Task Inbox_WithoutItsToken_IsNotThere(string query) =>
        (await StatusAsync($"{host.Address}/dev/inbox{query}")).ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "203.0.113.9")]
    [InlineData("CF-Connecting-IP", "203.0.113.9")]
    [InlineData("cf-ray", "")]
    public async Task Inbox_ThroughAProxyThatSaysSo_IsNotThereEvenWithItsToken(string field, string value) =>
        (await StatusAsync(host.Inbox, (field, value))).ShouldBe(HttpStatusCode.NotFound);

    /// <summary>Hides the inbox from proxies on this machine, whose forwarded requests all come from loopback.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("proxy_set_header Host $host;")]
    [InlineData("proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;")]
    public async Task Inbox_BehindNginx_IsNotThereForAStranger(string directives)
    {
        await using var nginx = await Nginx.StartAsync(host.Address, directives);
        var stranger = ("Host", "films.example.com");
        (await StatusAsync($"{nginx.Address}/prod/media?limit=1", stranger)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync($"{nginx.Address}/dev/inbox", stranger)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync($"{nginx.Address}/dev/inbox?email=listed@example.com", stranger)).ShouldBe(HttpStatusCode.NotFound);
        // A proxy that hides itself cannot be told from the operator's own browser if it sends the token too.
        if (directives.Length > 0)
        {
            (await StatusAsync(host.Inbox.Replace(host.Address, nginx.Address, StringComparison.Ordinal), stranger))
                .ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(string address, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
