using System.Text;
using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests;

public sealed class TokenFormTests
{
    private readonly TokenVerifier _verifier = Verifying.With();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public Task Token_Missing_IsRefused(string? token) => _verifier.RefusedAsync(token, FailureReason.TokenMissing);

    [Fact]
    public async Task Token_LongerThan16KiB_IsRefusedThoughItsSignatureIsGood()
    {
        var padding = TokenVerifier.MaxTokenLength * 3 / 4;
        var token = Tokens.Access(claims => claims["padding"] = new string('x', padding));
        token.Length.ShouldBeGreaterThan(TokenVerifier.MaxTokenLength);
        await _verifier.RefusedAsync(token, FailureReason.TokenTooLong);
    }

    [Fact]
    public async Task Token_LongerThan16KiB_IsRefusedBeforeItIsDecoded() =>
        await _verifier.RefusedAsync(new string('!', TokenVerifier.MaxTokenLength + 1), FailureReason.TokenTooLong);

    [Fact]
    public async Task Token_Of16KiB_IsRead() =>
        await _verifier.RefusedAsync(new string('!', TokenVerifier.MaxTokenLength), FailureReason.NotThreeParts);

    [Fact]
    public async Task Token_LargeButBelowTheLimit_IsAccepted()
    {
        var token = Tokens.Access(claims => claims["padding"] = new string('x', 11_000));
        token.Length.ShouldBeInRange(15_000, TokenVerifier.MaxTokenLength);
        await _verifier.AcceptedAsync(token);
    }

    [Theory]
    [InlineData("header")]
    [InlineData("header.payload")]
    [InlineData("header.payload.signature.more")]
    [InlineData("header.key.iv.ciphertext.tag")]
    [InlineData("header.payload.signature.other.garbage.and.more")]
    [InlineData(".")]
    [InlineData("....")]
    [InlineData("Bearer")]
    public Task Token_NotOfThreeParts_IsRefused(string token) => _verifier.RefusedAsync(token, FailureReason.NotThreeParts);

    [Theory]
    [InlineData("=")]
    [InlineData("==")]
    [InlineData("%")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\0")]
    [InlineData("+")]
    [InlineData("/")]
    [InlineData("é")]
    [InlineData("Ａ")]
    [InlineData("💥")]
    public async Task Part_WithACharacterOutsideBase64Url_IsRefused(string character)
    {
        var parts = Tokens.Access().Split('.');
        await _verifier.RefusedAsync(Tokens.FromParts(parts[0] + character, parts[1]), FailureReason.NotBase64Url);
        await _verifier.RefusedAsync(Tokens.FromParts(parts[0], parts[1] + character), FailureReason.NotBase64Url);
        await _verifier.RefusedAsync($"{parts[0]}.{parts[1]}.{parts[2]}{character}", FailureReason.NotBase64Url);
        await _verifier.RefusedAsync($"{parts[0]}.{parts[1]}.{character}{parts[2]}", FailureReason.NotBase64Url);
    }

    [Fact]
    public async Task Signature_OfAnotherSpellingOfItsBytes_IsRefused()
    {
        // 256 bytes are 342 characters with 4 spare bits: 15 more spellings that lenient decoders read as the same bytes.
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var token = Tokens.Access();
        var last = alphabet.IndexOf(token[^1], StringComparison.Ordinal);
        for (var spare = 1; spare < 16; spare++)
            await _verifier.RefusedAsync(token[..^1] + alphabet[last | spare], FailureReason.NotBase64Url);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAAAA")]
    public async Task Part_OfALengthThatBase64DoesNotHave_IsRefused(string part)
    {
        var parts = Tokens.Access().Split('.');
        await _verifier.RefusedAsync(Tokens.FromParts(part, parts[1]), FailureReason.NotBase64Url);
        await _verifier.RefusedAsync(Tokens.FromParts(parts[0], part), FailureReason.NotBase64Url);
        await _verifier.RefusedAsync($"{parts[0]}.{parts[1]}.{part}", FailureReason.NotBase64Url);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("123")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("{")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1}{}")]
    [InlineData("{\"a\":1} x")]
    [InlineData("{\"a\":1}\0")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"a\":\"\n\"}")]
    [InlineData("/* */{\"a\":1}")]
    [InlineData("{\"a\":1}//")]
    [InlineData("\uFEFF{\"a\":1}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"a\":[{\"\\udc00\":1}]}")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}")]
    public async Task Part_NotAJsonObject_IsRefused(string json)
    {
        await _verifier.RefusedAsync(Tokens.FromJson(json, Tokens.AccessClaims().ToJsonString()), FailureReason.NotJsonObject);
        await _verifier.RefusedAsync(Tokens.FromJson(Tokens.Header().ToJsonString(), json), FailureReason.NotJsonObject);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    public async Task Part_NotUtf8_IsRefused(byte[] bytes)
    {
        byte[] json = [.. "{\"a\":\""u8, .. bytes, .. "\"}"u8];
        var parts = Tokens.Access().Split('.');
        await _verifier.RefusedAsync(Tokens.FromParts(TestKey.Encode(json), parts[1]), FailureReason.NotJsonObject);
        await _verifier.RefusedAsync(Tokens.FromParts(parts[0], TestKey.Encode(json)), FailureReason.NotJsonObject);
    }

    [Fact]
    public async Task Payload_NestedToTheLimit_IsAccepted()
    {
        var deepest = new string('[', 15) + new string(']', 15);
        await _verifier.AcceptedAsync(Tokens.WithRawClaim("deep", deepest));
    }

    [Fact]
    public async Task Payload_NestedAThousandDeep_IsRefused() =>
        await _verifier.RefusedAsync(
            Tokens.WithRawClaim("deep", new string('[', 1000) + new string(']', 1000)), FailureReason.NotJsonObject);

    [Theory]
    [InlineData("\"sub\":\"mallory\"")]
    [InlineData("\"s\\u0075b\":\"mallory\"")]
    [InlineData("\"a\":1,\"a\":1")]
    [InlineData("\"a\":{\"b\":1,\"b\":1}")]
    [InlineData("\"a\":[0,{\"b\":{\"c\":1,\"d\":2,\"\\u0063\":3}}]")]
    [InlineData("\"\":1,\"\":2")]
    public Task Payload_WithANameTwice_IsRefused(string members) => _verifier.RefusedAsync(
        Tokens.FromJson(Tokens.Header().ToJsonString(), Tokens.AccessClaims().ToJsonString()[..^1] + $",{members}}}"),
        FailureReason.DuplicateName);

    [Theory]
    [InlineData("\"alg\":\"RS256\"")]
    [InlineData("\"alg\":\"none\"")]
    [InlineData("\"k\\u0069d\":\"second\"")]
    [InlineData("\"jwk\":{\"kty\":\"RSA\",\"kty\":\"oct\"}")]
    public Task Header_WithANameTwice_IsRefused(string members) => _verifier.RefusedAsync(
        Tokens.FromJson(Tokens.Header().ToJsonString()[..^1] + $",{members}}}", Tokens.AccessClaims().ToJsonString()),
        FailureReason.DuplicateName);

    [Fact]
    public async Task Payload_WithTheSameNameInDifferentObjects_IsAccepted() =>
        await _verifier.AcceptedAsync(Tokens.WithRawClaim("a", "[{\"sub\":1},{\"sub\":2,\"c\":{\"sub\":3}}]"));

    [Fact]
    public async Task Payload_InUnicode_IsReadAsItIs()
    {
        var token = await _verifier.AcceptedAsync(Tokens.WithRawClaim("h\\u0113łło", "\"wørłd 💥 \\ud83d\\ude00\""));
        token.GetString("hēłło").ShouldBe("wørłd 💥 😀");
    }

    [Fact]
    public async Task Payload_WithNamesThatOtherLanguagesTrip_IsJustClaims()
    {
        var token = await _verifier.AcceptedAsync(Tokens.WithRawClaim("__proto__", "{\"constructor\":\"foo\"},\"constructor\":\"bar\""));
        token.GetString("constructor").ShouldBe("bar");
        token.GetString("__proto__").ShouldBeNull();
    }

    [Fact]
    public async Task Text_OfAnyKind_IsRefusedAndNeverThrows()
    {
        var random = new Random(20261122);
        var buffer = new byte[200];
        for (var i = 0; i < 2000; i++)
        {
            random.NextBytes(buffer);
            var length = random.Next(buffer.Length);
            await _verifier.RefusedAsync(Encoding.Latin1.GetString(buffer, 0, length) + "x");
            await _verifier.RefusedAsync($"{TestKey.Encode(buffer[..length])}.{TestKey.Encode(buffer[length..])}.{TestKey.Encode(buffer)}");
        }
    }
}
