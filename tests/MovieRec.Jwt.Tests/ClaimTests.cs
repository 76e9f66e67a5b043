using System.Text.Json.Nodes;
using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests;

public sealed class ClaimTests
{
    private readonly TokenVerifier _verifier = Verifying.With();
    private readonly TokenVerifier _idVerifier = Verifying.With(Verifying.Options with { TokenUse = TokenUses.Id });

    [Theory]
    [InlineData("iss", "12345")]
    [InlineData("iss", "null")]
    [InlineData("iss", "[\"a\"]")]
    [InlineData("sub", "5")]
    [InlineData("sub", "null")]
    [InlineData("sub", "{}")]
    [InlineData("token_use", "1")]
    [InlineData("token_use", "[\"access\"]")]
    [InlineData("client_id", "5")]
    [InlineData("client_id", "[\"client-1\"]")]
    [InlineData("scope", "12345")]
    [InlineData("scope", "[\"profile\"]")]
    [InlineData("jti", "12345")]
    [InlineData("azp", "12345")]
    [InlineData("username", "true")]
    [InlineData("cognito:username", "5")]
    [InlineData("aud", "12345")]
    [InlineData("aud", "null")]
    [InlineData("aud", "{}")]
    [InlineData("aud", "[\"1234\",5678]")]
    [InlineData("aud", "[[\"client-1\"]]")]
    [InlineData("exp", "\"1795345200\"")]
    [InlineData("exp", "\"Garbage\"")]
    [InlineData("exp", "null")]
    [InlineData("exp", "true")]
    [InlineData("exp", "[1795345200]")]
    [InlineData("exp", "1e309")]
    [InlineData("exp", "-1e309")]
    [InlineData("exp", "1e18")]
    [InlineData("exp", "99999999999999999999")]
    [InlineData("nbf", "\"foobar\"")]
    [InlineData("nbf", "null")]
    [InlineData("nbf", "-1e309")]
    [InlineData("iat", "\"12345\"")]
    [InlineData("iat", "null")]
    [InlineData("iat", "{}")]
    public async Task Claim_OfAnotherType_IsRefusedAndNamed(string name, string json)
    {
        var failure = await _verifier.RefusedAsync(Tokens.WithRawClaim(name, json));
        failure.Reason.ShouldBe(FailureReason.ClaimMalformed);
        failure.Expected.ShouldStartWith(name + ": ");
        failure.Actual.ShouldStartWith(name + ": ");
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("sub")]
    [InlineData("token_use")]
    [InlineData("exp")]
    [InlineData("client_id")]
    public async Task Claim_Missing_IsRefusedAndNamed(string name)
    {
        var failure = await _verifier.RefusedAsync(Tokens.Access(claims => claims.Remove(name)));
        failure.ShouldBe(new TokenFailure(FailureReason.ClaimMissing, name, $"no {name}"));
    }

    [Theory]
    [InlineData("iat")]
    [InlineData("jti")]
    [InlineData("scope")]
    [InlineData("username")]
    [InlineData("auth_time")]
    public async Task Claim_ThatNoRuleNeeds_MayBeMissing(string name) =>
        await _verifier.AcceptedAsync(Tokens.Access(claims => claims.Remove(name)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public Task Sub_Empty_IsRefused(string sub) =>
        _verifier.RefusedAsync(Tokens.Access(claims => claims["sub"] = sub), FailureReason.ClaimMissing);

    [Theory]
    [InlineData("")]
    [InlineData("https://example.com")]
    [InlineData(Tokens.Issuer + "/")]
    [InlineData(Tokens.Issuer + "x")]
    [InlineData(Tokens.Issuer + "/../eu-west-1_AbC123xyz")]
    [InlineData("http://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123xyz")]
    [InlineData("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc123xyz")]
    [InlineData("https://issuer.cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123xyz")]
    [InlineData("https://cognito-idp.eu-west-2.amazonaws.com/eu-west-1_AbC123xyz")]
    [InlineData("eu-west-1_AbC123xyz")]
    public async Task Iss_OtherThanTheIssuer_IsRefusedWithExpectedAndActual(string issuer)
    {
        var failure = await _verifier.RefusedAsync(Tokens.Access(claims => claims["iss"] = issuer));
        failure.Reason.ShouldBe(FailureReason.IssuerNotAllowed);
        failure.Expected.ShouldBe(Tokens.Issuer);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("Access")]
    [InlineData("access ")]
    [InlineData("refresh")]
    [InlineData("")]
    [InlineData("None")]
    [InlineData("AccessOrId")]
    public Task TokenUse_OtherThanAccess_IsRefused(string tokenUse) =>
        _verifier.RefusedAsync(Tokens.Access(claims => claims["token_use"] = tokenUse), FailureReason.TokenUseNotAllowed);

    [Fact]
    public Task IdToken_WhereAccessIsWanted_IsRefused() => _verifier.RefusedAsync(Tokens.Id(), FailureReason.TokenUseNotAllowed);

    [Fact]
    public Task AccessToken_WhereIdIsWanted_IsRefused() => _idVerifier.RefusedAsync(Tokens.Access(), FailureReason.TokenUseNotAllowed);

    [Fact]
    public async Task IdToken_WhereIdIsWanted_IsAccepted()
    {
        var token = await _idVerifier.AcceptedAsync(Tokens.Id());
        token.TokenUse.ShouldBe(TokenUses.Id);
        token.ClientId.ShouldBe(Tokens.ClientId);
        token.Username.ShouldBe("ada");
    }

    [Fact]
    public async Task EitherToken_WhereBothAreAccepted_SaysWhatItIs()
    {
        var verifier = Verifying.With(Verifying.Options with { TokenUse = TokenUses.AccessOrId });
        (await verifier.AcceptedAsync(Tokens.Access())).TokenUse.ShouldBe(TokenUses.Access);
        (await verifier.AcceptedAsync(Tokens.Id())).TokenUse.ShouldBe(TokenUses.Id);
        await verifier.RefusedAsync(Tokens.Access(claims => claims["token_use"] = "refresh"), FailureReason.TokenUseNotAllowed);
        await verifier.RefusedAsync(Tokens.Access(claims => claims.Remove("token_use")), FailureReason.ClaimMissing);
    }

    [Theory]
    [InlineData("client-2")]
    [InlineData("Client-1")]
    [InlineData("client-1 ")]
    [InlineData("client-10")]
    [InlineData("(empty)", "")]
    public async Task ClientId_NotAccepted_IsRefusedWithExpectedAndActual(string logged, string? clientId = null)
    {
        var failure = await _verifier.RefusedAsync(Tokens.Access(claims => claims["client_id"] = clientId ?? logged));
        failure.ShouldBe(new TokenFailure(FailureReason.ClientIdNotAllowed, "client_id: client-1", $"client_id: {logged}"));
    }

    [Fact]
    public async Task ClientId_OneOfSeveralAccepted_IsAccepted()
    {
        var verifier = Verifying.With(Verifying.Options with { ClientIds = ClientIds.AnyOf("client-0", "client-2") });
        (await verifier.AcceptedAsync(Tokens.Access(claims => claims["client_id"] = "client-2"))).ClientId.ShouldBe("client-2");
        (await verifier.RefusedAsync(Tokens.Access())).Expected.ShouldBe("client_id: one of client-0, client-2");
    }

    [Fact]
    public Task AccessToken_WithTheClientInAudAlone_IsRefused() => _verifier.RefusedAsync(
        Tokens.Access(claims => (claims["client_id"], claims["aud"]) = ("other", Tokens.ClientId)), FailureReason.ClientIdNotAllowed);

    [Fact]
    public async Task AccessToken_WithAnAudienceBesides_IsAccepted() =>
        await _verifier.AcceptedAsync(Tokens.Access(claims => claims["aud"] = "https://api.example.com"));

    [Fact]
    public Task IdToken_WithTheClientInClientIdAlone_IsRefused() => _idVerifier.RefusedAsync(
        Tokens.Id(claims => (claims["client_id"], claims["aud"]) = (Tokens.ClientId, "other")), FailureReason.ClientIdNotAllowed);

    [Theory]
    [InlineData("\"client-1\"", true)]
    [InlineData("[\"client-1\"]", true)]
    [InlineData("[\"other\",\"client-1\"]", true)]
    [InlineData("[\"other\"]", false)]
    [InlineData("\"other\"", false)]
    [InlineData("\"other,client-1\"", false)]
    [InlineData("\"\"", false)]
    public async Task Aud_OneOrSeveral_IsAcceptedIfOursIsAmongThem(string json, bool accepted)
    {
        var token = Tokens.Id(claims => claims["aud"] = JsonNode.Parse(json));
        if (accepted)
            (await _idVerifier.AcceptedAsync(token)).ClientId.ShouldBe(Tokens.ClientId);
        else
            await _idVerifier.RefusedAsync(token, FailureReason.ClientIdNotAllowed);
    }

    [Fact]
    public async Task Aud_MissingOrAnEmptyArray_IsRefused()
    {
        await _idVerifier.RefusedAsync(Tokens.Id(claims => claims.Remove("aud")), FailureReason.ClaimMissing);
        await _idVerifier.RefusedAsync(Tokens.Id(claims => claims["aud"] = new JsonArray()), FailureReason.ClaimMissing);
    }

    [Fact]
    public async Task ClientIds_NotChecked_AcceptsAnyAndNone()
    {
        var verifier = Verifying.With(Verifying.Options with { ClientIds = ClientIds.NotChecked, TokenUse = TokenUses.AccessOrId });
        (await verifier.AcceptedAsync(Tokens.Access(claims => claims["client_id"] = "any-client"))).ClientId.ShouldBe("any-client");
        (await verifier.AcceptedAsync(Tokens.Access(claims => claims.Remove("client_id")))).ClientId.ShouldBeNull();
        (await verifier.AcceptedAsync(Tokens.Id(claims => claims["aud"] = "any-client"))).ClientId.ShouldBe("any-client");
    }

    [Theory]
    [InlineData("profile")]
    [InlineData("other", "aws.cognito.signin.user.admin")]
    public async Task Scope_WithOneOfTheAccepted_IsAccepted(params string[] accepted) =>
        await Verifying.With(Verifying.Options with { Scopes = Scopes.AnyOf(accepted) }).AcceptedAsync(Tokens.Access());

    [Theory]
    [InlineData("email")]
    [InlineData("email", "openid")]
    [InlineData("Profile")]
    [InlineData("prof")]
    [InlineData("aws.cognito.signin.user.admin profile")]
    public async Task Scope_WithoutAnyOfTheAccepted_IsRefusedWithBoth(params string[] accepted)
    {
        var failure = await Verifying.With(Verifying.Options with { Scopes = Scopes.AnyOf(accepted) }).RefusedAsync(Tokens.Access());
        failure.Reason.ShouldBe(FailureReason.ScopeNotAllowed);
        failure.Expected.ShouldContain(accepted[0]);
        failure.Actual.ShouldBe("aws.cognito.signin.user.admin, profile");
    }

    [Fact]
    public async Task Scope_MissingOrEmpty_IsRefusedWhereOneIsWanted()
    {
        var verifier = Verifying.With(Verifying.Options with { Scopes = Scopes.AnyOf("profile") });
        await verifier.RefusedAsync(Tokens.Access(claims => claims.Remove("scope")), FailureReason.ScopeNotAllowed);
        await verifier.RefusedAsync(Tokens.Access(claims => claims["scope"] = ""), FailureReason.ScopeNotAllowed);
        await verifier.RefusedAsync(Tokens.Access(claims => claims["scope"] = "  "), FailureReason.ScopeNotAllowed);
    }
}
