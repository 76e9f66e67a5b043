using System.Buffers.Text;
using System.Text.Json;
using MovieRec.Api.Auth;
using MovieRec.Api.Outcomes;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of every <see cref="IUserPool"/>, except for fresh codes, which <see cref="UserPoolContract"/> covers.</summary>
/// <remarks>Emails are new in every test. Password rules, lock-out and expiry are the pool's configuration: the local pool's tests cover
/// its own, Cognito's are Amazon's.</remarks>
public abstract class UserPoolAccountContract : StoreContract
{
    protected const string Password = "Correct-Horse-7";

    protected abstract IUserPool Pool { get; }

    protected string Email { get; } = $"Casey.{Guid.NewGuid():N}@Example.com";

    /// <summary>Returns the code in the newest mail to <paramref name="email"/>.</summary>
    protected abstract Task<string> CodeSentToAsync(string email);

    [Fact]
    public async Task WholeJourney_NewUser_SignsUpConfirmsSignsInAndRefreshes()
    {
        var sub = await SignedUpAsync(Email);
        (await Pool.ConfirmSignUpAsync(Email, await CodeSentToAsync(Email), Cancellation)).ShouldBeNull();

        var tokens = Value(await Pool.SignInAsync(Email, Password, Cancellation));
        tokens.ExpiresIn.ShouldBeGreaterThan(0);
        ShouldBeTokensOf(sub, tokens.AccessToken, tokens.IdToken);

        var refreshed = Value(await Pool.RefreshAsync(tokens.RefreshToken, Cancellation));
        refreshed.ExpiresIn.ShouldBeGreaterThan(0);
        ShouldBeTokensOf(sub, refreshed.AccessToken, refreshed.IdToken);

        // The port promises that the used refresh token stays valid, unless the response has a new one.
        Value(await Pool.RefreshAsync(refreshed.RefreshToken ?? tokens.RefreshToken, Cancellation));
    }

    [Fact]
    public async Task SignUp_ConfirmedEmailAgain_IsRefused()
    {
        await SignedUpAsync(Email);
        await ConfirmAsync(Email);
        (await Pool.SignUpAsync(Email, "Another-Horse-8", Cancellation)).Failure!.Code.ShouldBe(FailureCode.UsernameExistsException);
        Value(await Pool.SignInAsync(Email, Password, Cancellation));
    }

    [Fact]
    public async Task AnyCall_EmailInAnotherCase_IsTheSameAccount()
    {
        await SignedUpAsync(Email);

        (await Pool.ConfirmSignUpAsync(Email.ToLowerInvariant(), await CodeSentToAsync(Email), Cancellation)).ShouldBeNull();
        (await Pool.SignUpAsync(Email.ToUpperInvariant(), Password, Cancellation)).Failure!.Code
            .ShouldBe(FailureCode.UsernameExistsException);
        Value(await Pool.SignInAsync(Email.ToUpperInvariant(), Password, Cancellation));
    }

    [Fact]
    public async Task SignIn_WrongPasswordAndUnknownUser_AreAnsweredAlike()
    {
        await SignedUpAsync(Email);
        await ConfirmAsync(Email);

        var wrong = (await Pool.SignInAsync(Email, "Wrong-Horse-7", Cancellation)).Failure;
        var unknown = (await Pool.SignInAsync($"unknown-{Email}", Password, Cancellation)).Failure;

        wrong.ShouldNotBeNull().Code.ShouldBe(FailureCode.NotAuthorizedException);
        unknown.ShouldBe(wrong);
        Value(await Pool.SignInAsync(Email, Password, Cancellation));
    }

    [Fact]
    public async Task SignIn_Unconfirmed_IsToldSoAfterTheRightPasswordAlone()
    {
        await SignedUpAsync(Email);

        (await Pool.SignInAsync(Email, "Wrong-Horse-7", Cancellation)).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
        (await Pool.SignInAsync(Email, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.UserNotConfirmedException);
    }

    [Fact]
    public async Task Confirm_WrongCodeAndUnknownUser_AreAnsweredAlike()
    {
        await SignedUpAsync(Email);
        var wrongCode = Other(await CodeSentToAsync(Email));

        var wrong = await Pool.ConfirmSignUpAsync(Email, wrongCode, Cancellation);
        var unknown = await Pool.ConfirmSignUpAsync($"unknown-{Email}", wrongCode, Cancellation);

        wrong.ShouldNotBeNull().Code.ShouldBe(FailureCode.CodeMismatchException);
        unknown.ShouldBe(wrong);
        (await Pool.SignInAsync(Email, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.UserNotConfirmedException);
        await ConfirmAsync(Email);
    }

    [Fact]
    public async Task Confirm_AnothersCode_IsRefused()
    {
        var other = $"other-{Email}";
        await SignedUpAsync(Email);
        await SignedUpAsync(other);
        var (own, others) = (await CodeSentToAsync(Email), await CodeSentToAsync(other));

        // Two codes of six digits may be equal once in a million runs.
        if (own != others)
            (await Pool.ConfirmSignUpAsync(Email, others, Cancellation))!.Code.ShouldBe(FailureCode.CodeMismatchException);
        (await Pool.ConfirmSignUpAsync(Email, own, Cancellation)).ShouldBeNull();
        (await Pool.SignInAsync(other, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.UserNotConfirmedException);
    }

    [Fact]
    public async Task Confirm_SameCodeTwice_IsRefusedTheSecondTime()
    {
        await SignedUpAsync(Email);
        var code = await CodeSentToAsync(Email);
        (await Pool.ConfirmSignUpAsync(Email, code, Cancellation)).ShouldBeNull();

        (await Pool.ConfirmSignUpAsync(Email, code, Cancellation)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("' OR '1'='1")]
    public async Task Refresh_NoRefreshToken_IsRefused(string refreshToken) =>
        (await Pool.RefreshAsync(refreshToken, Cancellation)).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);

    [Fact]
    public async Task Refresh_AnotherKindOfToken_IsRefused()
    {
        await SignedUpAsync(Email);
        await ConfirmAsync(Email);
        var tokens = Value(await Pool.SignInAsync(Email, Password, Cancellation));

        foreach (var token in (string[])[tokens.AccessToken, tokens.IdToken, tokens.RefreshToken + "A"])
            (await Pool.RefreshAsync(token, Cancellation)).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
    }

    [Fact]
    public async Task Refresh_TwoUsers_EachGetsTheirOwnTokens()
    {
        var other = $"other-{Email}";
        string[] subs = [await SignedUpAsync(Email), await SignedUpAsync(other)];
        subs.ShouldBeUnique();
        await ConfirmAsync(Email);
        await ConfirmAsync(other);
        var tokens = Value(await Pool.SignInAsync(Email, Password, Cancellation));
        var others = Value(await Pool.SignInAsync(other, Password, Cancellation));

        var (refreshed, othersRefreshed) = (Value(await Pool.RefreshAsync(tokens.RefreshToken, Cancellation)),
            Value(await Pool.RefreshAsync(others.RefreshToken, Cancellation)));

        Sub(refreshed.AccessToken).ShouldBe(subs[0]);
        Sub(othersRefreshed.AccessToken).ShouldBe(subs[1]);
    }

    protected async Task<string> SignedUpAsync(string email) => Value(await Pool.SignUpAsync(email, Password, Cancellation));

    protected async Task ConfirmAsync(string email) =>
        (await Pool.ConfirmSignUpAsync(email, await CodeSentToAsync(email), Cancellation)).ShouldBeNull();

    /// <summary>Returns a different code of the same length.</summary>
    protected static string Other(string code) => code[..^1] + (char)('0' + ((code[^1] - '0' + 1) % 10));

    protected static T Value<T>(Outcome<T> outcome)
        where T : notnull
    {
        outcome.Succeeded(out var value, out var failure).ShouldBeTrue(failure?.ToString());
        return value!;
    }

    /// <summary>Reads a token's claims without verification.</summary>
    protected static JsonElement Claims(string token)
    {
        var parts = token.Split('.');
        parts.Length.ShouldBe(3);
        return JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
    }

    private void ShouldBeTokensOf(string sub, string accessToken, string idToken)
    {
        Sub(accessToken).ShouldBe(sub);
        Sub(idToken).ShouldBe(sub);
        var (access, id) = (Claims(accessToken), Claims(idToken));
        access.GetProperty("token_use").GetString().ShouldBe("access");
        id.GetProperty("token_use").GetString().ShouldBe("id");
        id.GetProperty("aud").GetString().ShouldBe(access.GetProperty("client_id").GetString());
        id.GetProperty("iss").GetString().ShouldBe(access.GetProperty("iss").GetString());
        id.GetProperty("email").GetString().ShouldBe(Email, StringCompareShould.IgnoreCase);
    }

    private static string Sub(string token) => Claims(token).GetProperty("sub").GetString().ShouldNotBeNull();
}
