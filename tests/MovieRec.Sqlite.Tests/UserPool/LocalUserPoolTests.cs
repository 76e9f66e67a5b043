using MovieRec.Api.Auth;
using MovieRec.Api.Outcomes;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.UserPool;

public sealed class LocalUserPoolTests : UserPoolContract, IDisposable
{
    private readonly PoolOnDisk _disk = new();

    protected override IUserPool Pool => _disk.Pool;

    protected override Task<string> CodeSentToAsync(string email) => Task.FromResult(_disk.Mailbox.NewestCodeTo(email));

    [Fact]
    public async Task SignUp_OneEmailByMany_MakesOneAccountAndSixCodes()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            Task.Run(() => Pool.SignUpAsync(i % 2 == 0 ? Email : Email.ToUpperInvariant(), Password, Cancellation))));

        var subs = outcomes.Where(outcome => outcome.Failure is null).Select(Value).ToList();
        (subs.Count, subs.Distinct().Count()).ShouldBe((6, 1));
        outcomes.Where(outcome => outcome.Failure is not null)
            .ShouldAllBe(outcome => outcome.Failure!.Code == FailureCode.LimitExceededException);
        _disk.Mailbox.Mails.Count.ShouldBe(6);
        (await Pool.ResendConfirmationCodeAsync(Email, Cancellation))!.Code.ShouldBe(FailureCode.LimitExceededException, "it is one limit");
    }

    /// <summary>Guards against a bug: the first sign-up's password stayed valid after the email's owner had confirmed.</summary>
    [Fact]
    public async Task SignUp_UnconfirmedEmailAgain_ReplacesPasswordAndCode()
    {
        const string owners = "Owners-Horse-8";
        var sub = Value(await Pool.SignUpAsync(Email.ToUpperInvariant(), Password, Cancellation));
        var first = await CodeSentToAsync(Email);
        string second;
        do
        {
            Value(await Pool.SignUpAsync(Email, owners, Cancellation)).ShouldBe(sub);
            second = await CodeSentToAsync(Email);
        }
        while (second == first);

        (await Pool.ConfirmSignUpAsync(Email, first, Cancellation))!.Code.ShouldBe(FailureCode.CodeMismatchException);
        (await Pool.ConfirmSignUpAsync(Email, second, Cancellation)).ShouldBeNull();
        (await Pool.SignInAsync(Email, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
        var tokens = Value(await Pool.SignInAsync(Email, owners, Cancellation));
        Claims(tokens.IdToken).GetProperty("email").GetString().ShouldBe(Email, "as the owner wrote it");
    }

    [Fact]
    public async Task SignUp_UnconfirmedEmailManyTimes_GivesNoMoreTriesOfCodesThanResending()
    {
        for (var again = 0; again <= 5; again++)
            await SignedUpAsync(Email);
        var failure = (await Pool.SignUpAsync(Email, Password, Cancellation)).Failure;
        failure.ShouldNotBeNull().Code.ShouldBe(FailureCode.LimitExceededException);

        _disk.Clock.Advance(TimeSpan.FromHours(1));
        await SignedUpAsync(Email);
        await ConfirmAsync(Email);
    }

    [Theory]
    [InlineData("a@b")]
    [InlineData("first.last+tag@sub.example.co.uk")]
    [InlineData("jürgen@exämple.de")]
    [InlineData("  spaces.around@example.com ")]
    [InlineData("o'hara_%#!@example.com")]
    public async Task SignUp_Email_IsTaken(string email)
    {
        await SignedUpAsync(email);

        await ConfirmAsync(email.Trim());
        Value(await Pool.SignInAsync($" {email}\t", Password, Cancellation));
    }

    /// <summary>Treats a domain and its ASCII form as one address; the letters before the @ have no such form.</summary>
    [Theory]
    [InlineData("jürgen@exämple.de", "JÜRGEN@xn--exmple-cua.DE", true)]
    [InlineData("me@EXÄMPLE.de", "me@exämple.de", true)]
    [InlineData("me@пример.рф", "me@xn--e1afmkfd.xn--p1ai", true)]
    [InlineData("me@例え.jp", "me@xn--r8jz45g.jp", true)]
    [InlineData("jürgen@example.de", "xn--jrgen-kva@example.de", false)]
    [InlineData("me@exämple.de", "me@example.de", false)]
    public async Task SignIn_DomainInUnicodeOrInAscii_IsTheSameAccount(string email, string other, bool same)
    {
        await SignedUpAsync(email);
        await ConfirmAsync(email);
        ((await Pool.SignInAsync(other, Password, Cancellation)).Failure?.Code).ShouldBe(same ? null : FailureCode.NotAuthorizedException);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("plain")]
    [InlineData("@example.com")]
    [InlineData("user@")]
    [InlineData("two@at@example.com")]
    [InlineData("some one@example.com")]
    [InlineData("user@exam ple.com")]
    [InlineData("user@example.com\r\nBcc: x")]
    [InlineData("some\0one@example.com")]
    [InlineData("some\u202Eone@example.com")]
    [InlineData("<user@example.com>")]
    [InlineData("a@example.com,b@example.com")]
    [InlineData("user@.example.com")]
    [InlineData("user@example..com")]
    [InlineData("user@example.com.")]
    [InlineData("user@-example.com")]
    [InlineData("🎬@example.com")]
    public async Task SignUp_NoEmail_IsRefused(string email) =>
        (await Pool.SignUpAsync(email, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.InvalidParameterException);

    [Fact]
    public async Task SignUp_LongEmail_IsRefused()
    {
        string Of(int length) => $"{new string('a', 60)}@{new string('b', length - 65)}.com";

        (await Pool.SignUpAsync(Of(255), Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.InvalidParameterException);
        await SignedUpAsync(Of(254));
    }

    [Theory]
    [InlineData("", "Password not long enough")]
    [InlineData("Short-7", "Password not long enough")]
    [InlineData("lower-case-7", "Password must have uppercase characters")]
    [InlineData("UPPER-CASE-7", "Password must have lowercase characters")]
    [InlineData("No-Digits-Here", "Password must have numeric characters")]
    [InlineData("NoSymbols77", "Password must have symbol characters")]
    [InlineData("NoSymböls77€", "Password must have symbol characters")]
    [InlineData(" Leading-Space-7", "Password must not begin or end with a space")]
    [InlineData("Trailing-Space-7 ", "Password must not begin or end with a space")]
    public async Task SignUp_PasswordAgainstPolicy_IsRefusedInCognitosWords(string password, string problem)
    {
        var failure = (await Pool.SignUpAsync(Email, password, Cancellation)).Failure.ShouldNotBeNull();

        failure.Code.ShouldBe(FailureCode.InvalidPasswordException);
        failure.Message.ShouldBe($"Password did not conform with policy: {problem}");
        _disk.Mailbox.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Abcdef7!")]
    [InlineData("With Space 7")]
    [InlineData("Пароль-Aa7")]
    public async Task SignUp_PasswordWithinPolicy_SignsIn(string password)
    {
        Value(await Pool.SignUpAsync(Email, password, Cancellation));
        await ConfirmAsync(Email);

        Value(await Pool.SignInAsync(Email, password, Cancellation));
        (await Pool.SignInAsync(Email, password + " ", Cancellation)).Failure.ShouldNotBeNull();
    }

    [Fact]
    public async Task SignUp_LongPassword_CountsToItsEnd()
    {
        var password = "Aa7!" + new string('x', 252);
        (await Pool.SignUpAsync(Email, password + "x", Cancellation)).Failure!.Code.ShouldBe(FailureCode.InvalidPasswordException);
        Value(await Pool.SignUpAsync(Email, password, Cancellation));

        (await Pool.SignInAsync(Email, password[..^1] + "y", Cancellation)).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
        (await Pool.SignInAsync(Email, password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.UserNotConfirmedException);
    }

    /// <summary>Deletes unconfirmed accounts, which once stayed forever.</summary>
    [Fact]
    public async Task SignUp_NotConfirmedWithinADay_Ends()
    {
        var first = await SignedUpAsync(Email);
        var confirmed = await _disk.ConfirmedAsync($"confirmed-{Email}");
        _disk.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        await SignedUpAsync($"other-{Email}");
        (await Pool.SignInAsync(Email, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.UserNotConfirmedException);

        _disk.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await Pool.ResendConfirmationCodeAsync($"another-{Email}", Cancellation)).ShouldBeNull();

        (await Pool.SignInAsync(Email, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
        (await SignedUpAsync(Email)).ShouldNotBe(first, "a new account");
        Value(await Pool.SignInAsync($"confirmed-{Email}", Password, Cancellation)).ShouldNotBeNull(confirmed);
    }

    public void Dispose() => _disk.Dispose();
}
