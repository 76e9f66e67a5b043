using MovieRec.EndToEnd.Hosting;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.Isolation;

/// <summary>Nobody learns from an answer whether an email has an account: the same status, the same body but for the request id.</summary>
public sealed class AccountProbingTests(SharedHost host)
{
    [Fact]
    public async Task Signin_UnknownUserAndWrongPassword_AnswerAlike()
    {
        using var client = new ApiClient(host.Address);
        var known = host.NewEmail();
        await client.SignUpAndVerifyAsync(known);
        AlikeOf(await SigninAsync(client, host.NewEmail())).ShouldBe(AlikeOf(await SigninAsync(client, known)));
    }

    [Fact]
    public async Task Signin_UnknownUserAndUnconfirmedUserWithAWrongPassword_AnswerAlike()
    {
        using var client = new ApiClient(host.Address);
        var known = await UnconfirmedAsync(client);
        AlikeOf(await SigninAsync(client, host.NewEmail())).ShouldBe(AlikeOf(await SigninAsync(client, known)));
    }

    [Fact]
    public async Task Resend_ToUnknownUnconfirmedAndConfirmedUsers_AnswersAlike()
    {
        using var client = new ApiClient(host.Address);
        var confirmed = host.NewEmail();
        await client.SignUpAndVerifyAsync(confirmed);
        var unconfirmed = await UnconfirmedAsync(client);
        var unknown = AlikeOf(await client.PostAsync("/auth/signup", new { email = host.NewEmail(), resend = true }));
        unknown.ShouldStartWith("200");
        AlikeOf(await client.PostAsync("/auth/signup", new { email = unconfirmed, resend = true })).ShouldBe(unknown);
        AlikeOf(await client.PostAsync("/auth/signup", new { email = confirmed, resend = true })).ShouldBe(unknown);
    }

    [Fact]
    public async Task Resend_AskedForTooOften_AnswersUnknownAndUnconfirmedUsersAlike()
    {
        using var client = new ApiClient(host.Address);
        var unconfirmed = await UnconfirmedAsync(client);
        var unknown = host.NewEmail();
        for (var time = 0; time < 7; time++)
        {
            AlikeOf(await client.PostAsync("/auth/signup", new { email = unconfirmed, resend = true }))
                .ShouldBe(AlikeOf(await client.PostAsync("/auth/signup", new { email = unknown, resend = true })));
        }
    }

    [Fact]
    public async Task Confirm_UnknownUserAndWrongCodeOfAKnownOne_AnswerAlike()
    {
        using var client = new ApiClient(host.Address);
        var confirmed = host.NewEmail();
        await client.SignUpAndVerifyAsync(confirmed);
        var unconfirmed = await UnconfirmedAsync(client);
        var unknown = AlikeOf(await ConfirmAsync(client, host.NewEmail()));
        AlikeOf(await ConfirmAsync(client, unconfirmed)).ShouldBe(unknown);
        AlikeOf(await ConfirmAsync(client, confirmed)).ShouldBe(unknown);
    }

    /// <summary>The limit on tries must not tell either: six wrong codes for an email without an account are refused as six for one with.</summary>
    [Fact]
    public async Task Confirm_TriedTooOften_AnswersUnknownAndUnconfirmedUsersAlike()
    {
        using var client = new ApiClient(host.Address);
        var unconfirmed = await UnconfirmedAsync(client);
        var unknown = host.NewEmail();
        for (var time = 0; time < 7; time++)
            AlikeOf(await ConfirmAsync(client, unconfirmed)).ShouldBe(AlikeOf(await ConfirmAsync(client, unknown)), $"try {time + 1}");
    }

    private async Task<string> UnconfirmedAsync(ApiClient client)
    {
        var email = host.NewEmail();
        (await client.PostAsync("/auth/signup", new { email, password = ApiClient.Password })).Status.ShouldBe(200);
        return email;
    }

    private static Task<ApiAnswer> SigninAsync(ApiClient client, string email) =>
        client.PostAsync("/auth/signin", new { email, password = "Wrong-Horse-1" });

    // A code of six digits could be right by chance; one of letters cannot.
    private static Task<ApiAnswer> ConfirmAsync(ApiClient client, string email) =>
        client.PostAsync("/auth/signup", new { email, code = "wrong1" });

    private static string AlikeOf(ApiAnswer answer)
    {
        var body = answer.Json.TryGetProperty("requestId", out var id)
            ? answer.Text.Replace(id.GetString()!, "", StringComparison.Ordinal)
            : answer.Text;
        return $"{answer.Status} {answer.Header("Cache-Control")} {answer.Header("Retry-After")} {body}";
    }
}
