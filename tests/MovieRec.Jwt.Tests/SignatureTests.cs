using System.Security.Cryptography;
using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests;

public sealed class SignatureTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private readonly TokenVerifier _verifier = Verifying.With();

    [Fact]
    public async Task Signature_OfTheKeyNamed_IsAccepted()
    {
        (await _verifier.AcceptedAsync(Tokens.Access())).Kid.ShouldBe("first");
        (await _verifier.AcceptedAsync(Tokens.Access(key: TestKey.Second))).Kid.ShouldBe("second");
    }

    [Fact]
    public Task Signature_OfAnotherKeyOfTheSet_IsRefused() => _verifier.RefusedAsync(
        Tokens.Access(header: header => header["kid"] = "first", key: TestKey.Second), FailureReason.SignatureInvalid);

    [Fact]
    public async Task Signature_OfAnotherToken_IsRefused()
    {
        var good = Tokens.Access().Split('.');
        var other = Tokens.Access(claims => claims["sub"] = "another user").Split('.');
        await _verifier.RefusedAsync($"{other[0]}.{other[1]}.{good[2]}", FailureReason.SignatureInvalid);
    }

    [Fact]
    public async Task Signature_WithPssPadding_IsRefused()
    {
        var parts = Tokens.Access().Split('.');
        var signature = TestKey.First.Sign($"{parts[0]}.{parts[1]}", HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        await _verifier.RefusedAsync($"{parts[0]}.{parts[1]}.{TestKey.Encode(signature)}", FailureReason.SignatureInvalid);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(257)]
    [InlineData(512)]
    [InlineData(4000)]
    public async Task Signature_OfAnotherLength_IsRefused(int length)
    {
        var parts = Tokens.Access().Split('.');
        var signature = TestKey.First.Sign($"{parts[0]}.{parts[1]}");
        Array.Resize(ref signature, length);
        await _verifier.RefusedAsync($"{parts[0]}.{parts[1]}.{TestKey.Encode(signature)}", FailureReason.SignatureInvalid);
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x01)]
    [InlineData(0xFF)]
    public async Task Signature_OfOneByteOverAndOver_IsRefused(byte value)
    {
        var parts = Tokens.Access().Split('.');
        var signature = new byte[256];
        Array.Fill(signature, value);
        await _verifier.RefusedAsync($"{parts[0]}.{parts[1]}.{TestKey.Encode(signature)}", FailureReason.SignatureInvalid);
    }

    [Fact]
    public async Task Token_WithAnyCharacterReplaced_IsRefused()
    {
        var token = Tokens.Access();
        await _verifier.AcceptedAsync(token);
        var random = new Random(1);
        for (var at = 0; at < token.Length; at++)
        {
            // The nearest character differs in one bit, which is the easiest to miss; the other is any.
            var nearest = Alphabet[Math.Max(0, Alphabet.IndexOf(token[at], StringComparison.Ordinal)) ^ 1];
            var any = Alphabet[random.Next(Alphabet.Length)];
            await _verifier.RefusedAsync(Replaced(token, at, nearest));
            if (any != token[at])
                await _verifier.RefusedAsync(Replaced(token, at, any));
        }
    }

    [Fact]
    public async Task Token_WithAnyCharacterLeftOutOrPutIn_IsRefused()
    {
        var token = Tokens.Access();
        var random = new Random(2);
        for (var at = 0; at <= token.Length; at++)
        {
            if (at < token.Length)
                await _verifier.RefusedAsync(token.Remove(at, 1));
            await _verifier.RefusedAsync(token.Insert(at, Alphabet[random.Next(Alphabet.Length)].ToString()));
        }
    }

    [Fact]
    public async Task Token_WithPartsSwappedOrTakenFromAnother_IsRefused()
    {
        string[] one = Tokens.Access().Split('.'), other = Tokens.Access(claims => claims["sub"] = "x", key: TestKey.Second).Split('.');
        string[] pool = [.. one, .. other];
        var tokens = pool.SelectMany(first => pool.SelectMany(second => pool.Select(third => $"{first}.{second}.{third}")));
        foreach (var token in tokens)
        {
            if (token == string.Join('.', one) || token == string.Join('.', other))
                await _verifier.AcceptedAsync(token);
            else
                await _verifier.RefusedAsync(token);
        }
    }

    [Fact]
    public async Task Token_WithAnyClaimChangedUnderItsSignature_IsRefused()
    {
        var signature = Tokens.Access().Split('.')[2];
        foreach (var (name, _) in Tokens.AccessClaims())
        {
            var parts = Tokens.Access(claims => claims[name] = "mallory").Split('.');
            await _verifier.RefusedAsync($"{parts[0]}.{parts[1]}.{signature}");
            parts = Tokens.Access(claims => claims.Remove(name)).Split('.');
            await _verifier.RefusedAsync($"{parts[0]}.{parts[1]}.{signature}");
        }
    }

    [Fact]
    public async Task Tokens_VerifiedByManyThreads_AreJudgedAlike()
    {
        string good = Tokens.Access(), bad = good[..^10] + "AAAAAAAAAA";
        await Parallel.ForAsync(0, 400, TestContext.Current.CancellationToken, async (i, cancellationToken) =>
        {
            var result = await _verifier.VerifyAsync(i % 2 == 0 ? good : bad, cancellationToken);
            (result.Failure is null).ShouldBe(i % 2 == 0);
        });
    }

    private static string Replaced(string token, int at, char by) => $"{token[..at]}{by}{token[(at + 1)..]}";
}
