using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MovieRec.LocalHost.Tests.Hosting;
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
            await inbox.SendAsync(new Mail("listed@example.com", "Subject", "Body", code, host.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        using var response = await http.GetAsync("/dev/inbox?email=LISTED@example.com", TestContext.Current.CancellationToken);
        var mails = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        mails.EnumerateArray().Select(mail => mail.GetProperty("code").GetString()).ShouldBe(["111111", "222222"]);
        mails[0].EnumerateObject().Select(field => field.Name).ShouldBe(["to", "subject", "body", "code", "sentAt"]);
    }

    [Fact]
    public async Task Inbox_AsAPage_ShowsMailAsTextAndNotAsMarkup()
    {
        using var http = new HttpClient { BaseAddress = new Uri(host.Address), Timeout = Timeout.InfiniteTimeSpan };
        await host.Services.GetRequiredService<SqliteInbox>().SendAsync(
            new Mail("<script>alert(1)</script>@example.com", "Subject", "Body", "333333", host.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        using var response = await http.GetAsync("/dev/inbox", TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        page.ShouldContain("333333");
        page.ShouldContain("&lt;script&gt;");
        page.ShouldNotContain("<script>");
        response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("default-src 'none'");
    }

    [Theory]
    [InlineData("evil.example.com", HttpStatusCode.Forbidden)]
    [InlineData("192.168.1.5", HttpStatusCode.Forbidden)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task Inbox_ByAnotherName_IsForbidden(string name, HttpStatusCode status)
    {
        using var http = new HttpClient { BaseAddress = new Uri(host.Address), Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/inbox");
        request.Headers.Host = name;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
    }
}
