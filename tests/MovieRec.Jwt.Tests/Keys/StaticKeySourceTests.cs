using System.Text.Json.Nodes;
using MovieRec.Jwt.Keys;
using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests.Keys;

public sealed class StaticKeySourceTests
{
    [Theory]
    [InlineData("kty", "\"EC\"", FailureReason.KeyTypeNotAllowed)]
    [InlineData("kty", "\"oct\"", FailureReason.KeyTypeNotAllowed)]
    [InlineData("kty", "\"rsa\"", FailureReason.KeyTypeNotAllowed)]
    [InlineData("kty", "5", FailureReason.KeyTypeNotAllowed)]
    [InlineData("kty", null, FailureReason.KeyTypeNotAllowed)]
    [InlineData("use", "\"enc\"", FailureReason.KeyUseNotAllowed)]
    [InlineData("use", "\"notsig\"", FailureReason.KeyUseNotAllowed)]
    [InlineData("use", "[\"sig\"]", FailureReason.KeyUseNotAllowed)]
    [InlineData("use", null, FailureReason.KeyUseNotAllowed)]
    [InlineData("alg", "\"RS384\"", FailureReason.KeyAlgorithmNotAllowed)]
    [InlineData("alg", "\"RS512\"", FailureReason.KeyAlgorithmNotAllowed)]
    [InlineData("alg", "\"PS256\"", FailureReason.KeyAlgorithmNotAllowed)]
    [InlineData("alg", "\"RSA-OAEP\"", FailureReason.KeyAlgorithmNotAllowed)]
    [InlineData("alg", "\"none\"", FailureReason.KeyAlgorithmNotAllowed)]
    [InlineData("alg", "5", FailureReason.KeyAlgorithmNotAllowed)]
    [InlineData("n", null, FailureReason.KeyMalformed)]
    [InlineData("n", "5", FailureReason.KeyMalformed)]
    [InlineData("n", "\"===\"", FailureReason.KeyMalformed)]
    [InlineData("n", "\"\"", FailureReason.KeyTooShort)]
    [InlineData("n", "\"AQAB\"", FailureReason.KeyTooShort)]
    [InlineData("e", null, FailureReason.KeyMalformed)]
    [InlineData("e", "\"\"", FailureReason.KeyMalformed)]
    [InlineData("e", "\"AA\"", FailureReason.KeyMalformed)]
    [InlineData("e", "\"AQ\"", FailureReason.KeyMalformed)]
    [InlineData("e", "\"AQAA\"", FailureReason.KeyMalformed)]
    [InlineData("e", "\"AQAB==\"", FailureReason.KeyMalformed)]
    [InlineData("e", "\"_________w\"", FailureReason.KeyMalformed)]
    public async Task Key_OfAKindThatIsNotAllowed_IsRefusedThoughItsTokenIsSigned(string name, string? json, FailureReason reason)
    {
        var jwk = TestKey.First.Jwk(jwk =>
        {
            jwk.Remove(name);
            if (json is not null)
                jwk[name] = JsonNode.Parse(json);
        });
        var verifier = Verifying.With(keys: new StaticKeySource(TestKey.Jwks(jwk, TestKey.Second.Jwk())));
        var failure = await verifier.RefusedAsync(Tokens.Access());
        failure.Reason.ShouldBe(reason);
        failure.KeysUnavailable.ShouldBeFalse();
        await verifier.AcceptedAsync(Tokens.Access(key: TestKey.Second));
    }

    [Fact]
    public async Task Key_Of1024Bits_IsRefusedWithItsLength()
    {
        var failure = await new StaticKeySource(TestKey.Jwks(TestKey.Weak)).MissedAsync("weak");
        failure.ShouldBe(new TokenFailure(FailureReason.KeyTooShort, "a modulus of at least 2048 bits", "1024 bits"));
    }

    [Fact]
    public async Task Key_Of2047Bits_IsRefusedThoughItFills256Bytes()
    {
        var modulus = TestKey.First.Rsa.ExportParameters(false).Modulus!;
        modulus[0] = 0x7F;
        var failure = await new StaticKeySource(TestKey.Jwks(TestKey.First.Jwk(jwk => jwk["n"] = TestKey.Encode(modulus))))
            .MissedAsync("first");
        failure.Actual.ShouldBe("2047 bits");
    }

    [Fact]
    public async Task Key_OfMoreBitsThanAnybodyUses_IsRefused()
    {
        var modulus = new byte[(JwkReader.MaxModulusBits / 8) + 1];
        modulus[0] = modulus[^1] = 0xFF;
        await new StaticKeySource(TestKey.Jwks(TestKey.First.Jwk(jwk => jwk["n"] = TestKey.Encode(modulus))))
            .MissedAsync("first", FailureReason.KeyMalformed);
    }

    [Fact]
    public async Task Key_WithoutAlg_IsTaken() =>
        await Verifying.With(keys: new StaticKeySource(TestKey.Jwks(TestKey.First.Jwk(jwk => jwk.Remove("alg")))))
            .AcceptedAsync(Tokens.Access());

    [Fact]
    public async Task Key_WithLeadingZeros_IsTaken()
    {
        byte[] modulus = [0, .. TestKey.First.Rsa.ExportParameters(false).Modulus!];
        var jwk = TestKey.First.Jwk(jwk => (jwk["n"], jwk["e"]) = (TestKey.Encode(modulus), "AAEAAQ"));
        await Verifying.With(keys: new StaticKeySource(TestKey.Jwks(jwk))).AcceptedAsync(Tokens.Access());
    }

    [Fact]
    public async Task Key_WithOtherMembers_IsTaken()
    {
        var jwk = TestKey.First.Jwk(jwk => (jwk["x5c"], jwk["d"], jwk["key_ops"]) = (new JsonArray("MIIB"), "AQAB", 5));
        await Verifying.With(keys: new StaticKeySource(TestKey.Jwks(jwk))).AcceptedAsync(Tokens.Access());
    }

    [Fact]
    public async Task Jwks_WithKeysOfOtherKinds_StillGivesTheGoodOne()
    {
        var keys = new StaticKeySource(TestKey.Jwks(
            new JsonObject { ["kty"] = "EC", ["use"] = "sig", ["crv"] = "P-256", ["hasNoKid"] = "test" },
            new JsonObject { ["kid"] = "ec", ["kty"] = "EC", ["use"] = "sig", ["crv"] = "P-256" },
            new JsonObject { ["kid"] = 5, ["kty"] = "RSA" },
            new JsonObject { ["kid"] = "ps", ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "PS256" },
            new JsonObject(),
            TestKey.First.Jwk()));
        await keys.FoundAsync("first");
        await keys.MissedAsync("ec", FailureReason.KeyTypeNotAllowed);
        await keys.MissedAsync("ps", FailureReason.KeyAlgorithmNotAllowed);
        await keys.MissedAsync("5", FailureReason.KidUnknown);
    }

    [Fact]
    public async Task Jwks_WithAKidOfAnEcAndAnRsaKey_GivesTheRsaKey()
    {
        var ec = new JsonObject { ["kid"] = "first", ["kty"] = "EC" };
        await new StaticKeySource(TestKey.Jwks(ec.DeepClone().AsObject(), TestKey.First.Jwk())).FoundAsync("first");
        await new StaticKeySource(TestKey.Jwks(TestKey.First.Jwk(), ec)).FoundAsync("first");
    }

    [Fact]
    public async Task Jwks_WithAKidOfTwoRsaKeys_RefusesTheKid()
    {
        var other = TestKey.Second.Jwk(jwk => jwk["kid"] = "first");
        await new StaticKeySource(TestKey.Jwks(TestKey.First.Jwk(), other)).MissedAsync("first", FailureReason.KeyAmbiguous);
    }

    [Fact]
    public async Task Jwks_WithAKidOfThreeRsaKeys_RefusesTheKid()
    {
        // Found in a review: a third key must not replace two that were rejected as ambiguous.
        var jwks = TestKey.Jwks(TestKey.First.Jwk(), TestKey.Second.Jwk(jwk => jwk["kid"] = "first"), TestKey.First.Jwk());
        await new StaticKeySource(jwks).MissedAsync("first", FailureReason.KeyAmbiguous);
    }

    [Fact]
    public async Task Jwks_WithTheSameKeyTwice_GivesIt() =>
        await new StaticKeySource(TestKey.Jwks(TestKey.First, TestKey.First)).FoundAsync("first");

    [Fact]
    public async Task Jwks_WithoutKeys_KnowsNone() =>
        await new StaticKeySource("{\"keys\":[]}").MissedAsync("first", FailureReason.KidUnknown);

    [Theory]
    [InlineData("")]
    [InlineData("foo")]
    [InlineData("123")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"keys\":123}")]
    [InlineData("{\"keys\":null}")]
    [InlineData("{\"keys\":{}}")]
    [InlineData("{\"keys\":[\"foobar\"]}")]
    [InlineData("{\"keys\":[null]}")]
    [InlineData("{\"keys\":[[]]}")]
    [InlineData("{\"keys\":[]}}")]
    [InlineData("{\"keys\":[],\"keys\":[]}")]
    [InlineData("{\"keys\":[{\"kid\":\"a\",\"kid\":\"b\"}]}")]
    public async Task Document_ThatIsNoJwks_ThrowsAndLeavesTheOldOneInForce(string json)
    {
        Should.Throw<FormatException>(() => new StaticKeySource(json)).Message.ShouldContain("JWKS");
        var keys = new StaticKeySource(TestKey.Jwks(TestKey.First));
        Should.Throw<FormatException>(() => keys.Replace(json));
        await keys.FoundAsync("first");
    }

    [Fact]
    public async Task Replace_WithOtherKeys_DropsTheOldOnes()
    {
        var keys = new StaticKeySource(TestKey.Jwks(TestKey.First));
        keys.Replace(TestKey.Jwks(TestKey.Second));
        await keys.FoundAsync("second");
        await keys.MissedAsync("first", FailureReason.KidUnknown);
    }

    [Fact]
    public async Task Replace_WithAKeyThatBothHave_KeepsItsObject()
    {
        var keys = new StaticKeySource(TestKey.Jwks(TestKey.First));
        var before = await keys.FoundAsync("first");
        keys.Replace(TestKey.Jwks(TestKey.Second, TestKey.First));
        (await keys.FoundAsync("first")).ShouldBeSameAs(before);
    }

    [Fact]
    public async Task Find_Twice_GivesTheSameObject()
    {
        var keys = new StaticKeySource(TestKey.Jwks(TestKey.First));
        (await keys.FoundAsync("first")).ShouldBeSameAs(await keys.FoundAsync("first"));
    }
}
