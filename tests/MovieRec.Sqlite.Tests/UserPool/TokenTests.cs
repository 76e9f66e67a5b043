using System.Buffers.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MovieRec.Api.Auth;

namespace MovieRec.Sqlite.Tests.UserPool;

public sealed class TokenTests : IDisposable
{
    private const string Email = "Casey@Example.com";
    private const string Uuid = "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";

    private readonly PoolOnDisk _disk = new();

    private long Now => _disk.Clock.GetUtcNow().ToUnixTimeSeconds();

    [Fact]
    public async Task AccessToken_Claims_AreCognitos()
    {
        var sub = await _disk.ConfirmedAsync(Email);
        var claims = Claims((await SignInAsync()).AccessToken);

        Names(claims).ShouldBe(
            ["auth_time", "client_id", "event_id", "exp", "iat", "iss", "jti", "origin_jti", "scope", "sub", "token_use", "username"]);
        sub.ShouldMatch(Uuid);
        Text(claims, "sub").ShouldBe(sub);
        Text(claims, "username").ShouldBe(sub);
        Text(claims, "iss").ShouldBe(_disk.Issuer);
        Text(claims, "client_id").ShouldBe(_disk.Identity.ClientId);
        Text(claims, "token_use").ShouldBe("access");
        Text(claims, "scope").ShouldBe("aws.cognito.signin.user.admin");
        Text(claims, "jti").ShouldMatch(Uuid);
        Number(claims, "auth_time").ShouldBe(Now);
        Number(claims, "iat").ShouldBe(Now);
        Number(claims, "exp").ShouldBe(Now + 3_600);
    }

    [Fact]
    public async Task IdToken_Claims_AreCognitos()
    {
        var sub = await _disk.ConfirmedAsync(Email);
        var tokens = await SignInAsync();
        var (access, claims) = (Claims(tokens.AccessToken), Claims(tokens.IdToken));

        Names(claims).ShouldBe(["aud", "auth_time", "cognito:username", "email", "email_verified", "event_id", "exp", "iat", "iss", "jti",
            "origin_jti", "sub", "token_use"]);
        Text(claims, "sub").ShouldBe(sub);
        Text(claims, "cognito:username").ShouldBe(sub);
        Text(claims, "aud").ShouldBe(_disk.Identity.ClientId);
        Text(claims, "token_use").ShouldBe("id");
        Text(claims, "email").ShouldBe(Email);
        claims.GetProperty("email_verified").GetBoolean().ShouldBeTrue();
        Number(claims, "exp").ShouldBe(Now + 3_600);
        Text(claims, "event_id").ShouldBe(Text(access, "event_id"));
        Text(claims, "origin_jti").ShouldBe(Text(access, "origin_jti"));
        Text(claims, "jti").ShouldNotBe(Text(access, "jti"));
    }

    [Fact]
    public async Task Tokens_Signature_VerifiesWithTheJwksAlone()
    {
        await _disk.ConfirmedAsync(Email);
        var tokens = await SignInAsync();
        var rules = new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(_disk.Identity.JwksJson()).GetSigningKeys(),
            ValidAlgorithms = ["RS256"],
            ValidIssuer = _disk.Issuer,
            ValidateAudience = false,
            ValidateLifetime = false,
        };
        using var another = new PoolOnDisk(withOwnIdentity: true);

        foreach (var token in (string[])[tokens.AccessToken, tokens.IdToken])
        {
            var verified = await new JsonWebTokenHandler().ValidateTokenAsync(token, rules);
            verified.IsValid.ShouldBeTrue(verified.Exception?.Message);
            ((JsonWebToken)verified.SecurityToken).Alg.ShouldBe("RS256");
        }
        rules.IssuerSigningKeys = new JsonWebKeySet(another.Identity.JwksJson()).GetSigningKeys();
        (await new JsonWebTokenHandler().ValidateTokenAsync(tokens.AccessToken, rules)).IsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task Jwks_Shape_IsCognitosAndHoldsNoPrivatePart()
    {
        var key = JsonDocument.Parse(_disk.Identity.JwksJson()).RootElement.GetProperty("keys").EnumerateArray().ShouldHaveSingleItem();

        Names(key).ShouldBe(["alg", "e", "kid", "kty", "n", "use"]);
        Text(key, "alg").ShouldBe("RS256");
        Text(key, "kty").ShouldBe("RSA");
        Text(key, "use").ShouldBe("sig");
        Text(key, "e").ShouldBe("AQAB");
        Base64Url.DecodeFromChars(Text(key, "n")).Length.ShouldBe(256);
        // RFC 7638, 3: SHA-256 over the required members in order, without spaces.
        var members = $$"""{"e":"{{Text(key, "e")}}","kty":"RSA","n":"{{Text(key, "n")}}"}""";
        Text(key, "kid")
            .ShouldBe(Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(members))));

        await _disk.ConfirmedAsync(Email);
        new JsonWebToken((await SignInAsync()).AccessToken).Kid.ShouldBe(Text(key, "kid"));
    }

    [Fact]
    public void Identity_Ids_LookLikeCognitosAndSurviveARestart()
    {
        var (poolId, clientId, jwks) = (_disk.Identity.PoolId, _disk.Identity.ClientId, _disk.Identity.JwksJson());
        poolId.ShouldMatch("^local_[A-Za-z0-9]{9}$");
        clientId.ShouldMatch("^[a-z0-9]{26}$");

        _disk.Reopen();

        (_disk.Identity.PoolId, _disk.Identity.ClientId, _disk.Identity.JwksJson()).ShouldBe((poolId, clientId, jwks));
    }

    [Fact]
    public async Task Refresh_Later_KeepsTheSignInAndMovesTheRest()
    {
        await _disk.ConfirmedAsync(Email);
        var tokens = await SignInAsync();
        var signIn = Claims(tokens.AccessToken);
        _disk.Clock.Advance(TimeSpan.FromDays(3));

        var refreshed = Claims((await RefreshAsync(tokens.RefreshToken))!.AccessToken);

        Number(refreshed, "auth_time").ShouldBe(Number(signIn, "auth_time"));
        Text(refreshed, "origin_jti").ShouldBe(Text(signIn, "origin_jti"));
        Number(refreshed, "iat").ShouldBe(Now);
        Number(refreshed, "exp").ShouldBe(Now + 3_600);
        Text(refreshed, "jti").ShouldNotBe(Text(signIn, "jti"));
        Text(refreshed, "event_id").ShouldNotBe(Text(signIn, "event_id"));
    }

    [Fact]
    public async Task Refresh_After30Days_IsRefused()
    {
        await _disk.ConfirmedAsync(Email);
        var tokens = await SignInAsync();

        _disk.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        (await RefreshAsync(tokens.RefreshToken)).ShouldNotBeNull();
        _disk.Clock.Advance(TimeSpan.FromSeconds(1));
        (await RefreshAsync(tokens.RefreshToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Refresh_AfterRestart_GoesOn()
    {
        await _disk.ConfirmedAsync(Email);
        var tokens = await SignInAsync();
        _disk.Reopen();

        (await RefreshAsync(tokens.RefreshToken)).ShouldNotBeNull();
    }

    public void Dispose() => _disk.Dispose();

    private async Task<IssuedTokens> SignInAsync(string email = Email)
    {
        (await _disk.Pool.SignInAsync(email, PoolOnDisk.Password, default)).Succeeded(out var tokens, out var failure)
            .ShouldBeTrue(failure?.Message);
        return tokens!;
    }

    private async Task<RefreshedTokens?> RefreshAsync(string refreshToken) =>
        (await _disk.Pool.RefreshAsync(refreshToken, default)).Succeeded(out var tokens, out _) ? tokens : null;

    private static JsonElement Claims(string token) => JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1])).RootElement;

    private static IEnumerable<string> Names(JsonElement json) =>
        json.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString().ShouldNotBeNull();

    private static long Number(JsonElement json, string name) => json.GetProperty(name).GetInt64();
}
