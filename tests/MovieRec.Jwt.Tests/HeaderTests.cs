using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests;

public sealed class HeaderTests
{
    private readonly TokenVerifier _verifier = Verifying.With();

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    [InlineData("")]
    [InlineData("rs256")]
    [InlineData("RS256 ")]
    [InlineData("RS256\0")]
    [InlineData("HS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("EdDSA")]
    [InlineData("RSA-OAEP")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")]
    public Task Alg_OtherThanRs256_IsRefusedThoughTheSignatureIsGood(string alg) =>
        _verifier.RefusedAsync(Tokens.Access(header: header => header["alg"] = alg), FailureReason.AlgorithmNotAllowed);

    [Fact]
    public async Task Alg_Missing_IsRefusedWithExpectedAndActual()
    {
        var failure = await _verifier.RefusedAsync(Tokens.Access(header: header => header.Remove("alg")));
        failure.ShouldBe(new TokenFailure(FailureReason.AlgorithmNotAllowed, "RS256", "no alg"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("RS256")]
    public async Task Signature_Stripped_IsRefused(string alg)
    {
        var parts = Tokens.Access(header: header => header["alg"] = alg).Split('.');
        await _verifier.RefusedAsync(
            $"{parts[0]}.{parts[1]}.", alg == "none" ? FailureReason.AlgorithmNotAllowed : FailureReason.SignatureInvalid);
    }

    [Fact]
    public async Task Hmac_WithThePublicKeyAsSecret_IsRefused()
    {
        var header = TestKey.Encode("{\"alg\":\"HS256\",\"kid\":\"first\"}");
        var payload = TestKey.Encode(Tokens.AccessClaims().ToJsonString());
        foreach (
            var secret in new[] { TestKey.First.Rsa.ExportSubjectPublicKeyInfo(),
                Encoding.ASCII.GetBytes(TestKey.First.Rsa.ExportSubjectPublicKeyInfoPem()) })
        {
            var signature = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{header}.{payload}"));
            await _verifier.RefusedAsync($"{header}.{payload}.{TestKey.Encode(signature)}", FailureReason.AlgorithmNotAllowed);
        }
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task Alg_OfALongerHash_IsRefusedThoughItIsSignedSo(string alg)
    {
        var header = TestKey.Encode($"{{\"alg\":\"{alg}\",\"kid\":\"first\"}}");
        var payload = TestKey.Encode(Tokens.AccessClaims().ToJsonString());
        var signature = TestKey.First.Sign($"{header}.{payload}", alg == "RS384" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA512);
        await _verifier.RefusedAsync($"{header}.{payload}.{TestKey.Encode(signature)}", FailureReason.AlgorithmNotAllowed);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[\"exp\"]")]
    [InlineData("[\"b64\"]")]
    [InlineData("null")]
    [InlineData("\"exp\"")]
    public Task Crit_OfAnyValue_IsRefused(string json) =>
        _verifier.RefusedAsync(Tokens.Access(header: header => header["crit"] = JsonNode.Parse(json)), FailureReason.CriticalNotSupported);

    [Fact]
    public Task Kid_Missing_IsRefused() =>
        _verifier.RefusedAsync(Tokens.Access(header: header => header.Remove("kid")), FailureReason.KidMissing);

    [Fact]
    public Task Kid_Empty_IsRefused() =>
        _verifier.RefusedAsync(Tokens.Access(header: header => header["kid"] = ""), FailureReason.KidMissing);

    [Theory]
    [InlineData("abcd")]
    [InlineData("First")]
    [InlineData("first ")]
    [InlineData("../first")]
    [InlineData("' OR 1=1 --")]
    public async Task Kid_Unknown_IsRefusedAndNamed(string kid)
    {
        var failure = await _verifier.RefusedAsync(Tokens.Access(header: header => header["kid"] = kid));
        failure.Reason.ShouldBe(FailureReason.KidUnknown);
        failure.Actual.ShouldBe($"kid {kid}");
        failure.KeysUnavailable.ShouldBeFalse();
    }

    [Theory]
    [InlineData("alg", "5")]
    [InlineData("alg", "null")]
    [InlineData("alg", "[\"RS256\"]")]
    [InlineData("kid", "5")]
    [InlineData("kid", "null")]
    [InlineData("kid", "{\"foo\":\"bar\"}")]
    [InlineData("kid", "[\"first\"]")]
    [InlineData("typ", "5")]
    [InlineData("cty", "{}")]
    [InlineData("x5t", "false")]
    [InlineData("enc", "1")]
    [InlineData("zip", "1")]
    public async Task Parameter_OfAnotherType_IsRefused(string name, string json)
    {
        var failure = await _verifier.RefusedAsync(Tokens.Access(header: header => header[name] = JsonNode.Parse(json)));
        failure.Reason.ShouldBe(FailureReason.HeaderMalformed);
        failure.Expected.ShouldBe($"{name}: a string");
    }

    [Fact]
    public async Task Header_ThatBringsItsOwnKey_IsVerifiedWithOursAlone()
    {
        var own = new TestKey("mallory");
        void BringKey(JsonObject header)
        {
            header["kid"] = "first";
            header["jwk"] = own.Jwk(jwk => jwk["kid"] = "first");
            header["jku"] = "https://mallory.example/jwks.json";
            header["x5u"] = "https://mallory.example/cert.pem";
            header["x5c"] = new JsonArray("MIIB");
        }

        await _verifier.RefusedAsync(Tokens.Access(header: BringKey, key: own), FailureReason.SignatureInvalid);
        await _verifier.AcceptedAsync(Tokens.Access(header: BringKey));
    }

    [Fact]
    public async Task Header_WithUnknownParameters_IsAccepted() =>
        await _verifier.AcceptedAsync(
            Tokens.Access(header: header => (header["typ"], header["extra"]) = ("JWT", new JsonObject { ["a"] = 1 })));
}
