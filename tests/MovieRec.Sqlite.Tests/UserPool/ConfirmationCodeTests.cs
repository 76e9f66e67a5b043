using MovieRec.Api.Outcomes;

namespace MovieRec.Sqlite.Tests.UserPool;

public sealed class ConfirmationCodeTests : IDisposable
{
    private const string Email = "casey@example.com";

    private readonly PoolOnDisk _disk = new();

    private string Code => _disk.Mailbox.NewestCodeTo(Email);

    private string WrongCode => Code == "000000" ? "000001" : "000000";

    [Fact]
    public async Task Mail_OfSignUp_HoldsCodeOfSixDigits()
    {
        await SignUpAsync();

        var mail = _disk.Mailbox.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe(Email);
        mail.Code.ShouldMatch("^[0-9]{6}$");
        mail.Body.ShouldContain(mail.Code);
        mail.SentAt.ShouldBe(_disk.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(14 * 60 + 59, null)]
    [InlineData(15 * 60, FailureCode.ExpiredCodeException)]
    [InlineData(24 * 60 * 60, FailureCode.ExpiredCodeException)]
    public async Task Confirm_Later_ExpiresAfter15Minutes(int seconds, FailureCode? expected)
    {
        await SignUpAsync();
        _disk.Clock.Advance(TimeSpan.FromSeconds(seconds));

        (await ConfirmAsync(Code)).ShouldBe(expected);
    }

    [Fact]
    public async Task Confirm_FifthTry_StillCounts()
    {
        await SignUpAsync();
        await TryWronglyAsync(4);

        (await ConfirmAsync(Code)).ShouldBeNull();
    }

    [Fact]
    public async Task Confirm_AfterFiveTries_IsRefusedEvenWithTheRightCode()
    {
        await SignUpAsync();
        await TryWronglyAsync(5);

        (await ConfirmAsync(Code)).ShouldBe(FailureCode.LimitExceededException);
        (await ConfirmAsync(WrongCode)).ShouldBe(FailureCode.LimitExceededException);
    }

    [Fact]
    public async Task Confirm_ManyTriesAtOnce_AreFiveAtMost()
    {
        await SignUpAsync();
        var wrong = WrongCode;

        var failures = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ConfirmAsync(wrong))));

        failures.Count(failure => failure == FailureCode.CodeMismatchException).ShouldBe(5);
        failures.Count(failure => failure == FailureCode.LimitExceededException).ShouldBe(15);
    }

    [Fact]
    public async Task Resend_AfterTriesAndExpiry_StartsAnew()
    {
        await SignUpAsync();
        await TryWronglyAsync(5);
        _disk.Clock.Advance(TimeSpan.FromMinutes(20));
        (await ResendAsync()).ShouldBeNull();

        await TryWronglyAsync(4);
        (await ConfirmAsync(Code)).ShouldBeNull();
    }

    [Fact]
    public async Task Resend_EarlierCode_IsNoLongerRight()
    {
        await SignUpAsync();
        var first = Code;
        await ResendAsync();
        while (Code == first)
            await ResendAsync();

        (await ConfirmAsync(first)).ShouldBe(FailureCode.CodeMismatchException);
        (await ConfirmAsync(Code)).ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Resend_SixthWithinAnHour_IsRefusedWhetherOrNotThereIsAnAccount(bool hasAccount)
    {
        if (hasAccount)
            await SignUpAsync();
        for (var i = 0; i < 5; i++)
        {
            (await ResendAsync()).ShouldBeNull();
            _disk.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        (await ResendAsync()).ShouldBe(FailureCode.LimitExceededException);
        _disk.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        (await ResendAsync()).ShouldBe(FailureCode.LimitExceededException);
        _disk.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await ResendAsync()).ShouldBeNull();
        _disk.Mailbox.Mails.Count.ShouldBe(hasAccount ? 7 : 0);
    }

    [Fact]
    public async Task Resend_EmailInAnotherCase_CountsToTheSameLimit()
    {
        for (var i = 0; i < 5; i++)
            await ResendAsync(i % 2 == 0 ? Email : Email.ToUpperInvariant());

        (await ResendAsync("  CASEY@example.com ")).ShouldBe(FailureCode.LimitExceededException);
        (await ResendAsync("another.user@example.com")).ShouldBeNull();
    }

    [Fact]
    public async Task Resend_ConfirmedOrUnknownUser_SendsNothing()
    {
        await _disk.ConfirmedAsync(Email);

        (await ResendAsync()).ShouldBeNull();
        (await ResendAsync("unknown@example.com")).ShouldBeNull();
        (await ResendAsync("no email")).ShouldBeNull();

        _disk.Mailbox.Mails.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("１２３４５６")]
    public async Task Confirm_NoCode_IsAMismatch(string code)
    {
        await SignUpAsync();

        (await ConfirmAsync(code)).ShouldBe(FailureCode.CodeMismatchException);
    }

    public void Dispose() => _disk.Dispose();

    private async Task SignUpAsync() => (await _disk.Pool.SignUpAsync(Email, PoolOnDisk.Password, default)).Failure.ShouldBeNull();

    private async Task<FailureCode?> ConfirmAsync(string code) => (await _disk.Pool.ConfirmSignUpAsync(Email, code, default))?.Code;

    private async Task<FailureCode?> ResendAsync(string email = Email) =>
        (await _disk.Pool.ResendConfirmationCodeAsync(email, default))?.Code;

    private async Task TryWronglyAsync(int times)
    {
        for (var i = 0; i < times; i++)
            (await ConfirmAsync(WrongCode)).ShouldBe(FailureCode.CodeMismatchException);
    }
}
