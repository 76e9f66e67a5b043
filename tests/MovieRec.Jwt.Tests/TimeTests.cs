using System.Globalization;
using MovieRec.Jwt.Tests.Fixtures;
using MovieRec.TestKit;

namespace MovieRec.Jwt.Tests;

public sealed class TimeTests
{
    [Fact]
    public void Now_OfTheFixtures_IsTheClocks() => new ManualClock().GetUtcNow().ToUnixTimeSeconds().ShouldBe(Tokens.Now);

    [Theory]
    [InlineData("1", true)]
    [InlineData("0.001", true)]
    [InlineData("0", false)]
    [InlineData("-0.001", false)]
    [InlineData("-1", false)]
    [InlineData("-86400", false)]
    public Task Exp_AtOrBeforeNow_IsRefused(string offset, bool accepted) => JudgeAsync("exp", offset, 0, accepted, FailureReason.Expired);

    [Theory]
    [InlineData("-299", true)]
    [InlineData("-299.999", true)]
    [InlineData("-300", false)]
    [InlineData("-301", false)]
    public Task Exp_WithLeeway_IsRefusedFromTheLeewayOn(string offset, bool accepted) =>
        JudgeAsync("exp", offset, 300, accepted, FailureReason.Expired);

    [Theory]
    [InlineData("0", true)]
    [InlineData("-1", true)]
    [InlineData("0.001", false)]
    [InlineData("1", false)]
    [InlineData("100", false)]
    public Task Nbf_AfterNow_IsRefused(string offset, bool accepted) => JudgeAsync("nbf", offset, 0, accepted, FailureReason.NotYetValid);

    [Theory]
    [InlineData("100", true)]
    [InlineData("100.001", false)]
    [InlineData("101", false)]
    public Task Nbf_WithLeeway_IsRefusedBeyondIt(string offset, bool accepted) =>
        JudgeAsync("nbf", offset, 100, accepted, FailureReason.NotYetValid);

    [Theory]
    [InlineData("0", true)]
    [InlineData("-86400", true)]
    [InlineData("0.5", false)]
    [InlineData("60", false)]
    public Task Iat_AfterNow_IsRefused(string offset, bool accepted) =>
        JudgeAsync("iat", offset, 0, accepted, FailureReason.IssuedInFuture);

    [Theory]
    [InlineData("60", true)]
    [InlineData("61", false)]
    public Task Iat_WithLeeway_IsRefusedBeyondIt(string offset, bool accepted) =>
        JudgeAsync("iat", offset, 60, accepted, FailureReason.IssuedInFuture);

    [Theory]
    [InlineData("253402300799")]
    [InlineData("2.53402300799e11")]
    public async Task Exp_AtTheEndOfTheCalendar_IsAcceptedAndDoesNotOverflow(string exp)
    {
        var verifier = Verifying.With(Verifying.Options with { Leeway = TokenVerifierOptions.MaxLeeway });
        (await verifier.AcceptedAsync(Tokens.WithRawClaim("exp", exp))).ExpiresAt.Year.ShouldBe(9999);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-1")]
    [InlineData("-62135596800")]
    [InlineData("1e-400")]
    public Task Exp_LongAgo_IsRefusedAndDoesNotOverflow(string exp) =>
        Verifying.With().RefusedAsync(Tokens.WithRawClaim("exp", exp), FailureReason.Expired);

    [Fact]
    public async Task Token_AcceptedOnce_ExpiresAsTheClockGoesOn()
    {
        var clock = new ManualClock();
        var verifier = Verifying.With(clock: clock);
        var token = Tokens.Access();
        (await verifier.AcceptedAsync(token)).ExpiresAt.ShouldBe(clock.GetUtcNow().AddHours(1));
        clock.Advance(TimeSpan.FromMinutes(59));
        await verifier.AcceptedAsync(token);
        clock.Advance(TimeSpan.FromMinutes(1));
        await verifier.RefusedAsync(token, FailureReason.Expired);
    }

    [Fact]
    public async Task Expired_ForTheLog_SaysWhenAndWithWhatLeeway()
    {
        var failure = await Verifying.With(Verifying.Options with { Leeway = TimeSpan.FromSeconds(5) })
            .RefusedAsync(Tokens.Access(claims => claims["exp"] = Tokens.Now - 10));
        failure.Actual.ShouldBe("2026-11-22T09:59:50.0000000+00:00");
        failure.Expected.ShouldBe("exp later than 2026-11-22T10:00:00.0000000+00:00, with 5 s of leeway");
    }

    private static async Task JudgeAsync(string claim, string offset, int leeway, bool accepted, FailureReason reason)
    {
        var verifier = Verifying.With(Verifying.Options with { Leeway = TimeSpan.FromSeconds(leeway) });
        var at = Tokens.Now + decimal.Parse(offset, CultureInfo.InvariantCulture);
        var token = Tokens.WithRawClaim(claim, at.ToString(CultureInfo.InvariantCulture));
        if (accepted)
            await verifier.AcceptedAsync(token);
        else
            await verifier.RefusedAsync(token, reason);
    }
}
