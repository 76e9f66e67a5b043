using System.Net.Http.Headers;
using System.Text;
using MovieRec.TestKit.BadInput;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>Input at a limit, or odd but valid, which is accepted and returned unchanged.</summary>
public sealed class AcceptedInputTests(SharedHost host)
{
    public static TheoryData<string> Titles => [.. OddRequests.Titles];

    public static TheoryData<string> BodyRoutes => [.. MalformedBodyCases.BodyRoutes];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Title_OfAnyUnicode_ComesBackAsSent(string title)
    {
        using var client = await host.NewUserAsync();
        var added = await client.SendAsync(HttpMethod.Post, "/user/favourites", OddRequests.Favourite(title));
        added.Status.ShouldBe(200, added.Text);
        added.Json.GetProperty("item").GetProperty("title").GetString().ShouldBe(title);
        (await client.GetAsync("/user/favourites")).Json.GetProperty("items")[0].GetProperty("title").GetString().ShouldBe(title);
    }

    [Fact]
    public async Task Preferences_WithOddUnknownFields_KeepThemAsTheyCame()
    {
        using var client = await host.NewUserAsync();
        const string odd =
            "\"__proto__\":{\"a\":1.10},\"\":[],\"n\":1e309,\"big\":12345678901234567890123456789012345678901,"
            + "\"escaped\":\"\\uD83C\\uDFAC\"";
        (await client.SendAsync(HttpMethod.Post, "/user/preferences", Encoding.UTF8.GetBytes("{" + odd + "}"))).Status.ShouldBe(200);
        (await client.GetAsync("/user/preferences")).Text.ShouldContain(odd, Case.Sensitive);
        (await client.GetAsync("/recommendations?limit=1")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Preferences_Of32Levels_ComeBackWhole()
    {
        using var client = await host.NewUserAsync();
        var deep = MalformedBodyCases.Deep("[", "", "]", 31);
        (await client.SendAsync(HttpMethod.Post, "/user/preferences", Encoding.UTF8.GetBytes($"{{\"deep\":{deep}}}"))).Status.ShouldBe(200);
        (await client.GetAsync("/user/preferences")).Text.ShouldContain($"\"deep\":{deep}");
        (await client.GetAsync("/recommendations?limit=1")).Status.ShouldBe(200);
    }

    [Theory]
    [MemberData(nameof(BodyRoutes))]
    public async Task Body_ExactlyAtTheLimit_IsJudgedByItsContent(string name)
    {
        using var client = await host.NewUserAsync();
        var route = ValidRequests.GetRoute(name);
        var response = await client.SendAsync(new HttpMethod(route.Method), route.Path, BodySizeCases.Padded("{", route.BodyLimit));
        $"{response.Status} {response.Code}".ShouldBe(BadRequest.Malformed);
    }

    [Fact]
    public async Task Preferences_Of64KiB_AreKept()
    {
        using var client = await host.NewUserAsync();
        var start = "{\"note\":\""u8.Length;
        var note = new string('x', (64 * 1024) - start - 2);
        (await client.SendAsync(HttpMethod.Post, "/user/preferences", Encoding.UTF8.GetBytes($"{{\"note\":\"{note}\"}}"))).Status.ShouldBe(
            200);
        (await client.GetAsync("/user/preferences")).Json.GetProperty("preferences").GetProperty("note").GetString().ShouldBe(note);
    }

    /// <summary>Requires a JSON content type, because API Gateway passes any body and a form of another site must fail.</summary>
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Body_OfAnotherContentType_IsRefused(string? contentType)
    {
        using var client = await host.NewUserAsync();
        var response = await PostAsync(client, """{"limit":1}""", contentType);
        (response.Status, response.Code).ShouldBe((415, "UnsupportedMediaType"));
    }

    [Fact]
    public async Task Body_WithACharset_IsReadAsUtf8()
    {
        using var client = await host.NewUserAsync();
        (await PostAsync(client, """{"limit":1}""", "application/json; charset=utf-16")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(8, 200, null)]
    [InlineData(16 * 1024, 200, null)]
    [InlineData((16 * 1024) + 1, 413, "PayloadTooLarge")]
    [InlineData(11 * 1024 * 1024, 413, "PayloadTooLarge")]
    public async Task Body_InChunks_IsTreatedAsOneOfKnownLength(int size, int status, string? code)
    {
        using var client = await host.NewUserAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/recommendations")
        { Content = new ByteArrayContent(BodySizeCases.Padded("{}", size)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", client.AccessToken);
        var response = await client.SendAsync(request);
        (response.Status, response.Code).ShouldBe((status, code));
    }

    [Fact]
    public async Task Exclude_Of2000Ids_IsTaken()
    {
        using var client = await host.NewUserAsync();
        var ids = Enumerable.Range(1, 2_000).ToArray();
        (await client.PostAsync("/recommendations", new { limit = 1, exclude = ids })).Status.ShouldBe(200);
        (await client.GetAsync($"/recommendations?limit=1&exclude={string.Join(',', ids)}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Page_FarBeyondTheLast_IsEmpty()
    {
        using var client = new ApiClient(host.Address);
        var response = await client.GetAsync("/media?page=1000000&limit=50");
        response.Status.ShouldBe(200);
        response.Json.GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    private static async Task<ClientResponse> PostAsync(ApiClient client, string body, string? contentType)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, "/recommendations") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", client.AccessToken);
        return await client.SendAsync(request);
    }
}
