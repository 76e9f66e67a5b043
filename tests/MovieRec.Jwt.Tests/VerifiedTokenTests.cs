using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests;

public sealed class VerifiedTokenTests
{
    [Fact]
    public async Task AccessToken_Verified_GivesItsClaims()
    {
        var token = await Verifying.With().AcceptedAsync(Tokens.Access());
        token.Subject.ShouldBe("0b8f6f7e-user");
        token.Username.ShouldBe("ada");
        token.ClientId.ShouldBe(Tokens.ClientId);
        token.TokenUse.ShouldBe(TokenUses.Access);
        token.Scopes.ShouldBe(["aws.cognito.signin.user.admin", "profile"]);
        token.Issuer.ShouldBe(Tokens.Issuer);
        token.Kid.ShouldBe("first");
        token.ExpiresAt.ToUnixTimeSeconds().ShouldBe(Tokens.Now + 3600);
        token.IssuedAt!.Value.ToUnixTimeSeconds().ShouldBe(Tokens.Now - 60);
        token.ClaimNames.ShouldBe(Tokens.AccessClaims().Select(claim => claim.Key), ignoreOrder: true);
    }

    [Theory]
    [InlineData("jti", "0f0e0d0c")]
    [InlineData("sub", "0b8f6f7e-user")]
    [InlineData("iss", Tokens.Issuer)]
    [InlineData("client_id", Tokens.ClientId)]
    [InlineData("username", "ada")]
    [InlineData("token_use", "access")]
    [InlineData("exp", null)]
    [InlineData("auth_time", null)]
    [InlineData("cognito:groups", null)]
    [InlineData("nothing", null)]
    [InlineData("", null)]
    public async Task GetString_OfAClaim_GivesAStringOrNull(string name, string? value) =>
        (await Verifying.With().AcceptedAsync(Tokens.Access())).GetString(name).ShouldBe(value);

    [Fact]
    public async Task GetStrings_OfGroups_GivesThem()
    {
        var token = await Verifying.With().AcceptedAsync(Tokens.Access());
        token.GetStrings("cognito:groups").ShouldBe(["admins", "readers"]);
        token.GetStrings("username").ShouldBeEmpty();
        token.GetStrings("nothing").ShouldBeEmpty();
    }

    [Fact]
    public async Task GetStrings_OfMixedTypes_GivesNone() =>
        (await Verifying.With().AcceptedAsync(Tokens.WithRawClaim("cognito:groups", "[\"admins\",5]"))).GetStrings("cognito:groups")
            .ShouldBeEmpty();

    [Fact]
    public async Task GetStrings_OfAud_GivesAllAudiences()
    {
        var verifier = Verifying.With(Verifying.Options with { TokenUse = TokenUses.Id });
        var token =
            await verifier.AcceptedAsync(Tokens.Id(claims => claims["aud"] = new System.Text.Json.Nodes.JsonArray("a", Tokens.ClientId)));
        token.GetStrings("aud").ShouldBe(["a", Tokens.ClientId]);
        token.GetString("email").ShouldBe("ada@example.com");
    }

    [Fact]
    public async Task MachineToken_WithoutUsername_HasNone() =>
        (await Verifying.With().AcceptedAsync(Tokens.Access(claims => claims.Remove("username")))).Username.ShouldBeNull();

    [Fact]
    public void VerificationResult_LeftAtItsDefault_IsAFailure()
    {
        default(VerificationResult).Succeeded(out var token, out var failure).ShouldBeFalse();
        token.ShouldBeNull();
        failure.ShouldNotBeNull();
    }

    [Fact]
    public async Task Failure_WithTextOfTheToken_CannotForgeALogLine()
    {
        var failure = await Verifying.With().RefusedAsync(
            Tokens.Access(header: header => header["kid"] = "a\r\nINFO all is well\u202E\u0000\u2028" + new string('x', 500)));
        failure.Reason.ShouldBe(FailureReason.KidUnknown);
        failure.Actual.ShouldStartWith("kid a??INFO all is well???xxx");
        failure.Actual.Length.ShouldBeLessThan(120);
    }

    [Fact]
    public async Task Failure_InOneLine_SaysReasonExpectedAndActual() =>
        (await Verifying.With().RefusedAsync("a.b")).ToString().ShouldBe("NotThreeParts: expected three parts separated by dots, got 2");
}
