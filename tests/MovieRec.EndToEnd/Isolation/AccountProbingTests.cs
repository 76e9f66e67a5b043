using MovieRec.EndToEnd.Hosting;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.Isolation;

/// <summary>Nobody learns from an answer whether an email has an account: the same status, the same body but for the request id.</summary>
public sealed class AccountProbingTests(SharedHost host) : AccountProbing(host)
{
    [Fact]
    public async Task Signin_UnknownUserAndWrongPassword_AnswerAlike()
    {
        using var client = new ApiClient(Host.Address);
        var known = Host.NewEmail();
        await client.SignUpAndVerifyAsync(known);
        AlikeOf(await SigninAsync(client, Host.NewEmail())).ShouldBe(AlikeOf(await SigninAsync(client, known)));
    }

    [Fact]
    public async Task Signin_UnknownUserAndUnconfirmedUserWithAWrongPassword_AnswerAlike()
    {
        using var client = new ApiClient(Host.Address);
        var known = await UnconfirmedAsync(client);
        AlikeOf(await SigninAsync(client, Host.NewEmail())).ShouldBe(AlikeOf(await SigninAsync(client, known)));
    }

    [Fact]
    public async Task Confirm_UnknownUserAndWrongCodeOfAKnownOne_AnswerAlike()
    {
        using var client = new ApiClient(Host.Address);
        var unconfirmed = await UnconfirmedAsync(client);
        var unknown = AlikeOf(await ConfirmAsync(client, Host.NewEmail()));
        AlikeOf(await ConfirmAsync(client, unconfirmed)).ShouldBe(unknown);
    }

    /// <summary>The limit on tries must not tell either: six wrong codes for an email without an account are refused as six for one with.</summary>
    [Fact]
    public async Task Confirm_TriedTooOften_AnswersUnknownAndUnconfirmedUsersAlike()
    {
        using var client = new ApiClient(Host.Address);
        var unconfirmed = await UnconfirmedAsync(client);
        var unknown = Host.NewEmail();
        for (var time = 0; time < 7; time++)
            AlikeOf(await ConfirmAsync(client, unconfirmed)).ShouldBe(AlikeOf(await ConfirmAsync(client, unknown)), $"try {time + 1}");
    }
}
