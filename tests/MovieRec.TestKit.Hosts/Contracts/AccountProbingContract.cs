using MovieRec.TestKit.Hosts.Processes;
using MovieRec.TestKit.Http;

namespace MovieRec.TestKit.Hosts.Contracts;

/// <summary>Contract: no response tells whether an email has an account.</summary>
/// <remarks>Status and body are the same, except for the request id.</remarks>
public abstract class AccountProbingContract(SharedHost host)
{
    [Theory]
    [InlineData("signin", true, 1, "401 NotAuthorizedException")]
    [InlineData("signin", false, 1, "401 NotAuthorizedException")]
    [InlineData("confirm", false, 1, "400 CodeMismatchException")]
    [InlineData("confirm", false, 7, "400 CodeMismatchException")] // The limit on tries must not reveal it either.
    public Task Probe_OfAnUnknownAndAKnownUser_IsAnsweredAlike(string probe, bool confirmed, int times, string first) =>
        ShouldBeAlikeAsync(probe, confirmed, times, first);

    protected async Task ShouldBeAlikeAsync(string probe, bool confirmed, int times, string first)
    {
        using var client = new ApiClient(host.Address, host.Inbox);
        var (known, unknown) = (host.NewEmail(), host.NewEmail());
        if (confirmed)
            await client.SignUpAndVerifyAsync(known);
        else
            (await client.PostAsync("/auth/signup", new { email = known, password = ApiClient.Password })).Status.ShouldBe(200);
        for (var time = 1; time <= times; time++)
        {
            var response = await ProbeAsync(client, probe, unknown);
            if (time == 1)
                $"{response.Status} {response.Code}".TrimEnd().ShouldBe(first);
            Comparable(await ProbeAsync(client, probe, known)).ShouldBe(Comparable(response), $"time {time}");
        }
    }

    private static Task<ClientResponse> ProbeAsync(ApiClient client, string probe, string email) => probe switch
    {
        "signin" => client.PostAsync("/auth/signin", new { email, password = "Wrong-Horse-1" }),
        // A code of six digits could be right by chance; one of letters cannot.
        "confirm" => client.PostAsync("/auth/signup", new { email, code = "wrong1" }),
        _ => client.PostAsync("/auth/signup", new { email, resend = true }),
    };

    private static string Comparable(ClientResponse response)
    {
        var body = response.Json.TryGetProperty("requestId", out var id)
            ? response.Text.Replace(id.GetString()!, "", StringComparison.Ordinal)
            : response.Text;
        return $"{response.Status} {response.Header("Cache-Control")} {response.Header("Retry-After")} {body}";
    }
}
