using MovieRec.EndToEnd.Hosting;
using MovieRec.EndToEnd.Isolation;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.UserPool;

/// <summary>Where a user pool could tell who has an account: ours does not, nor does Cognito; cognito-local, which the packaged mode has,
/// sends no second code and answers confirmed accounts in its own way.</summary>
public sealed class UserPoolProbingTests(SharedHost host) : AccountProbing(host)
{
    [Fact]
    public async Task Resend_ToUnknownUnconfirmedAndConfirmedUsers_AnswersAlike()
    {
        using var client = new ApiClient(Host.Address);
        var confirmed = Host.NewEmail();
        await client.SignUpAndVerifyAsync(confirmed);
        var unconfirmed = await UnconfirmedAsync(client);
        var unknown = AlikeOf(await client.PostAsync("/auth/signup", new { email = Host.NewEmail(), resend = true }));
        unknown.ShouldStartWith("200");
        AlikeOf(await client.PostAsync("/auth/signup", new { email = unconfirmed, resend = true })).ShouldBe(unknown);
        AlikeOf(await client.PostAsync("/auth/signup", new { email = confirmed, resend = true })).ShouldBe(unknown);
    }

    [Fact]
    public async Task Resend_AskedForTooOften_AnswersUnknownAndUnconfirmedUsersAlike()
    {
        using var client = new ApiClient(Host.Address);
        var unconfirmed = await UnconfirmedAsync(client);
        var unknown = Host.NewEmail();
        for (var time = 0; time < 7; time++)
        {
            AlikeOf(await client.PostAsync("/auth/signup", new { email = unconfirmed, resend = true }))
                .ShouldBe(AlikeOf(await client.PostAsync("/auth/signup", new { email = unknown, resend = true })));
        }
    }

    [Fact]
    public async Task Confirm_UnknownAndConfirmedUsers_AnswersAlike()
    {
        using var client = new ApiClient(Host.Address);
        var confirmed = Host.NewEmail();
        await client.SignUpAndVerifyAsync(confirmed);
        AlikeOf(await ConfirmAsync(client, confirmed)).ShouldBe(AlikeOf(await ConfirmAsync(client, Host.NewEmail())));
    }
}
