using MovieRec.EndToEnd.Hosting;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.Isolation;

/// <summary>What somebody does who wants to know whether an email has an account.</summary>
public abstract class AccountProbing(SharedHost host)
{
    protected SharedHost Host => host;

    protected async Task<string> UnconfirmedAsync(ApiClient client)
    {
        var email = host.NewEmail();
        (await client.PostAsync("/auth/signup", new { email, password = ApiClient.Password })).Status.ShouldBe(200);
        return email;
    }

    protected static Task<ApiAnswer> SigninAsync(ApiClient client, string email) =>
        client.PostAsync("/auth/signin", new { email, password = "Wrong-Horse-1" });

    // A code of six digits could be right by chance; one of letters cannot.
    protected static Task<ApiAnswer> ConfirmAsync(ApiClient client, string email) =>
        client.PostAsync("/auth/signup", new { email, code = "wrong1" });

    protected static string AlikeOf(ApiAnswer answer)
    {
        var body = answer.Json.TryGetProperty("requestId", out var id)
            ? answer.Text.Replace(id.GetString()!, "", StringComparison.Ordinal)
            : answer.Text;
        return $"{answer.Status} {answer.Header("Cache-Control")} {answer.Header("Retry-After")} {body}";
    }
}
