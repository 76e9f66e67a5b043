using System.Text;
using System.Text.Json;
using MovieRec.Api;
using MovieRec.TestKit.Hosts.Processes;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.TestKit.Hosts.Contracts;

/// <summary>Contract of the host's output for the operator: routes called and their outcome, without their content.</summary>
public abstract class SecretsContract(SharedHost shared)
{
    private const string Local = "marked-local-part";
    private const string WrongPassword = "Marked-Wrong-Password-1";
    private const string WrongCode = "markedcode";
    private const string Mark = "marked-by-the-test";

    [Fact]
    public async Task Output_OfEveryRequest_IsOneJsonLineWithItsFieldsAndHoldsNoSecret()
    {
        using var folder = new TemporaryFolder();
        await using var host = await shared.StartAsync(folder.Path);
        var secrets = new List<string> { Local, ApiClient.Password, WrongPassword, WrongCode, Mark };
        List<(string Method, string Route, ClientResponse Response)> responses;
        using (var client = new ApiClient(host.Address, host.Inbox))
        {
            await UseAccountAsync(client, secrets);
            await StoredRecord.FillAsync(client, Mark);
            responses = await CallEveryRouteAsync(client);
            await SendMarkedNonsenseAsync(client);
        }

        (await host.StopAsync("TERM")).ShouldBe(0);

        foreach (var secret in secrets)
            host.Output.Split('\n').Where(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        var lines = RequestLines(host.Output);
        foreach (var (method, route, response) in responses)
        {
            var id = response.Header("x-amzn-RequestId").ShouldNotBeNull();
            var line = lines.Where(line => line.GetProperty("requestId").GetString() == id).ShouldHaveSingleItem($"{method} {route}");
            line.GetProperty("method").GetString().ShouldBe(method);
            line.GetProperty("route").GetString().ShouldBe(route);
            line.GetProperty("status").GetInt32().ShouldBe(response.Status);
            line.GetProperty("milliseconds").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
            line.GetProperty("time").GetDateTimeOffset();
            if (response.Status >= 400)
                response.Json.GetProperty("requestId").GetString().ShouldBe(id, "the request id of the body is the one in the log");
        }
    }

    /// <summary>Uses sign-up, wrong and right codes and passwords, and refresh; adds what the responses hold to the secrets.</summary>
    private static async Task UseAccountAsync(ApiClient client, List<string> secrets)
    {
        const string email = $"{Local}@example.com";
        (await client.PostAsync("/auth/signup", new { email, password = ApiClient.Password })).Status.ShouldBe(200);
        await client.PostAsync("/auth/signup", new { email, password = ApiClient.Password });
        await client.PostAsync("/auth/signup", new { email, code = WrongCode });
        secrets.Add(await client.LatestCodeAsync(email));
        await client.PostAsync("/auth/signup", new { email, resend = true });
        var code = await client.LatestCodeAsync(email);
        secrets.Add(code);
        await client.PostAsync("/auth/signin", new { email, password = ApiClient.Password });
        (await client.PostAsync("/auth/signup", new { email, code })).Status.ShouldBe(200);
        await client.PostAsync("/auth/signin", new { email, password = WrongPassword });
        await client.SignInAsync(email);
        var refreshed = await client.PostAsync("/auth/refresh", new { refreshToken = client.RefreshToken });
        secrets.AddRange([client.RefreshToken!, .. GetParts(client.AccessToken!), .. GetParts(client.IdToken!)]);
        secrets.AddRange(GetParts(refreshed.Json.GetProperty("accessToken").GetString()!));
        await client.PostAsync("/auth/refresh", new { refreshToken = Mark });
    }

    private static async Task<List<(string Method, string Route, ClientResponse Response)>> CallEveryRouteAsync(ApiClient client)
    {
        var responses = new List<(string Method, string Route, ClientResponse Response)>();
        foreach (var route in Routes.All)
        {
            var (target, body) = ValidRequests.Create(route);
            responses.Add((route.Method, route.Path, await client.SendAsync(new HttpMethod(route.Method), target, body)));
            responses.Add((route.Method, route.Path, await client.SendAsync(
                new HttpMethod(route.Method), $"{target}{ValidRequests.Separator(target)}x={Mark}", body,
                ("X-Mark", Mark), ("Cookie", Mark), ("Origin", $"http://{Mark}.example.com"))));
        }

        responses.Add(("GET", "unknown", await client.GetAsync("/nothing")));
        responses.Add(("PUT", "/media", await client.SendAsync(HttpMethod.Put, "/media", null)));
        responses.Add(("GET", "/user/favourites", await client.SendAsync(HttpMethod.Get, "/user/favourites", null, ("Authorization", ""))));
        return responses;
    }

    /// <summary>Sends bad tokens, broken bodies and unknown paths, each with a mark in it.</summary>
    /// <remarks>A log is most likely to contain too much when it reports mistakes.</remarks>
    private static async Task SendMarkedNonsenseAsync(ApiClient client)
    {
        string[] tokens =
        [
            Mark, $"{Mark}.{Mark}.{Mark}", client.IdToken!, $"{client.AccessToken}{Mark}", Forged("alg"), Forged("kid"), Forged("typ"),
            $"{client.AccessToken!.Split('.')[0]}.{Encoded($$"""{"iss":"{{Mark}}","sub":"{{Mark}}","token_use":"{{Mark}}"}""")}.AAAA",
        ];
        foreach (var token in tokens)
            await client.SendAsync(HttpMethod.Get, "/user/favourites", null, ("Authorization", $"Bearer {token}"));
        foreach (var route in Routes.All.Where(route => route.Method == "POST"))
            await client.SendAsync(HttpMethod.Post, route.Path, Encoding.UTF8.GetBytes($$"""{"{{Mark}}":"{{Mark}}","{{Mark}}":1}"""));
        await client.GetAsync($"/{Mark}?{Mark}={Mark}");
        await client.GetAsync($"/user/favourites?nextToken={Mark}&limit={Mark}");
        await client.GetAsync($"/media?query={Mark}");
    }

    private static string Forged(string name) => $"{Encoded($$"""{"{{name}}":"{{Mark}}"}""")}.{Encoded("{}")}.AAAA";

    private static string Encoded(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    /// <summary>Returns payload and signature; the header is the same for all tokens and no secret.</summary>
    private static string[] GetParts(string token) => token.Split('.')[1..];

    private static List<JsonElement> RequestLines(string output) =>
    [
        .. output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("milliseconds", out _)),
    ];
}
