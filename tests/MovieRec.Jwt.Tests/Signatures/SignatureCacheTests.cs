using System.Text.Json.Nodes;
using MovieRec.Jwt.Keys;
using MovieRec.Jwt.Tests.Fixtures;
using MovieRec.TestKit;

namespace MovieRec.Jwt.Tests.Signatures;

public sealed class SignatureCacheTests
{
    private readonly StaticKeySource _keys = new(TestKey.Jwks(TestKey.First, TestKey.Second));
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Token_VerifiedTwice_IsHeldOnceAndReadAlike()
    {
        var verifier = WithCapacity(10);
        var first = await verifier.AcceptedAsync(Tokens.Access());
        var second = await verifier.AcceptedAsync(Tokens.Access());
        verifier.CachedSignatures.ShouldBe(1);
        second.Subject.ShouldBe(first.Subject);
        second.Scopes.ShouldBe(first.Scopes);
        second.ClientId.ShouldBe(first.ClientId);
    }

    [Fact]
    public async Task Token_ExpiredSinceItsSignatureWasCached_IsRefusedAndForgotten()
    {
        var verifier = WithCapacity(10);
        var token = Tokens.Access();
        await verifier.AcceptedAsync(token);
        _clock.Advance(TimeSpan.FromHours(1));
        await verifier.RefusedAsync(token, FailureReason.Expired);
        verifier.CachedSignatures.ShouldBe(0);
        await verifier.RefusedAsync(token, FailureReason.Expired);
    }

    [Fact]
    public async Task Token_OfAClockSetBack_IsRefusedThoughItsSignatureIsCached()
    {
        var verifier = WithCapacity(10);
        var token = Tokens.Access(claims => claims["nbf"] = Tokens.Now);
        await verifier.AcceptedAsync(token);
        _clock.Set(_clock.GetUtcNow().AddSeconds(-1));
        await verifier.RefusedAsync(token, FailureReason.NotYetValid);
    }

    [Fact]
    public async Task Token_OfAKeyRotatedOut_IsRefusedThoughItsSignatureIsCached()
    {
        var verifier = WithCapacity(10);
        var token = Tokens.Access();
        await verifier.AcceptedAsync(token);
        _keys.Replace(TestKey.Jwks(TestKey.Second));
        await verifier.RefusedAsync(token, FailureReason.KidUnknown);
        verifier.CachedSignatures.ShouldBe(0);
    }

    [Fact]
    public async Task Token_OfAKidGivenToAnotherKey_IsRefusedThoughItsSignatureIsCached()
    {
        var verifier = WithCapacity(10);
        var token = Tokens.Access();
        await verifier.AcceptedAsync(token);
        _keys.Replace(TestKey.Jwks(TestKey.Second.Jwk(jwk => jwk["kid"] = "first")));
        await verifier.RefusedAsync(token, FailureReason.SignatureInvalid);
        verifier.CachedSignatures.ShouldBe(0);
    }

    [Fact]
    public async Task Token_OfAKeyThatIsNoLongerAllowed_IsRefusedThoughItsSignatureIsCached()
    {
        var verifier = WithCapacity(10);
        var token = Tokens.Access();
        await verifier.AcceptedAsync(token);
        _keys.Replace(TestKey.Jwks(TestKey.First.Jwk(jwk => jwk["use"] = "enc")));
        await verifier.RefusedAsync(token, FailureReason.KeyUseNotAllowed);
    }

    [Fact]
    public async Task Token_OfAKeyThatAlsoTheNewJwksHas_StaysCached()
    {
        var verifier = WithCapacity(10);
        await verifier.AcceptedAsync(Tokens.Access());
        _keys.Replace(TestKey.Jwks(TestKey.First));
        await verifier.AcceptedAsync(Tokens.Access());
        verifier.CachedSignatures.ShouldBe(1);
    }

    [Fact]
    public async Task Token_OfAKeyThatCameBack_IsVerifiedAgainAndAccepted()
    {
        var verifier = WithCapacity(10);
        var token = Tokens.Access();
        await verifier.AcceptedAsync(token);
        _keys.Replace("{\"keys\":[]}");
        await verifier.RefusedAsync(token, FailureReason.KidUnknown);
        _keys.Replace(TestKey.Jwks(TestKey.First));
        await verifier.AcceptedAsync(token);
    }

    [Fact]
    public async Task BadTokens_OfAnyKind_AreNotCached()
    {
        var verifier = WithCapacity(10);
        var good = Tokens.Access();
        await verifier.RefusedAsync(good[..^10] + "AAAAAAAAAA", FailureReason.SignatureInvalid);
        await verifier.RefusedAsync(Tokens.Access(claims => claims["exp"] = Tokens.Now), FailureReason.Expired);
        await verifier.RefusedAsync(Tokens.Access(claims => claims["iss"] = "other"), FailureReason.IssuerNotAllowed);
        await verifier.RefusedAsync("a.b.c");
        verifier.CachedSignatures.ShouldBe(0);
    }

    [Fact]
    public async Task BadToken_SharingAllButItsSignatureWithACachedOne_IsRefused()
    {
        var verifier = WithCapacity(10);
        var good = Tokens.Access();
        await verifier.AcceptedAsync(good);
        await verifier.RefusedAsync(good[..^10] + "AAAAAAAAAA", FailureReason.SignatureInvalid);
        await verifier.RefusedAsync(good[..(good.LastIndexOf('.') + 1)], FailureReason.SignatureInvalid);
        await verifier.AcceptedAsync(good);
    }

    [Fact]
    public async Task Claims_OfACachedToken_AreStillChecked()
    {
        var verifier = WithCapacity(10);
        var idToken = Tokens.Id();
        await verifier.RefusedAsync(idToken, FailureReason.TokenUseNotAllowed);
        verifier.CachedSignatures.ShouldBe(1);
        await verifier.RefusedAsync(idToken, FailureReason.TokenUseNotAllowed);
    }

    [Fact]
    public async Task Capacity_Reached_ForgetsTheTokenNotUsedForLongest()
    {
        var counting = new CountingKeySource(_keys);
        var verifier = new TokenVerifier(Verifying.Options with { SignatureCacheCapacity = 2 }, counting, _clock);
        string a = Token("a"), b = Token("b"), c = Token("c");
        await verifier.AcceptedAsync(a);
        await verifier.AcceptedAsync(b);
        await verifier.AcceptedAsync(a);
        await verifier.AcceptedAsync(c);
        verifier.CachedSignatures.ShouldBe(2);
        await verifier.AcceptedAsync(b);
        verifier.CachedSignatures.ShouldBe(2);
        counting.Asked.ShouldBe(5);
    }

    [Fact]
    public async Task Capacity_OfAHundredTokens_IsNeverExceeded()
    {
        var verifier = WithCapacity(7);
        for (var i = 0; i < 100; i++)
        {
            await verifier.AcceptedAsync(Token($"user {i % 13}"));
            verifier.CachedSignatures.ShouldBe(Math.Min(i + 1, 7));
        }
    }

    [Fact]
    public async Task Capacity_Zero_CachesNothingAndAcceptsAlike()
    {
        var verifier = WithCapacity(0);
        await verifier.AcceptedAsync(Tokens.Access());
        await verifier.AcceptedAsync(Tokens.Access());
        verifier.CachedSignatures.ShouldBe(0);
        await verifier.RefusedAsync(Tokens.Access()[..^10] + "AAAAAAAAAA", FailureReason.SignatureInvalid);
    }

    [Fact]
    public async Task CachedToken_VerifiedAgain_AllocatesNextToNothing()
    {
        var verifier = WithCapacity(10);
        var token = Tokens.Access();
        for (var i = 0; i < 100; i++)
            await verifier.VerifyAsync(token, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Accepts(verifier, token);
        ((GC.GetAllocatedBytesForCurrentThread() - before) / 1000).ShouldBeLessThan(300);
    }

    [Fact]
    public async Task Cache_UsedByManyThreads_StaysWithinItsCapacity()
    {
        var verifier = WithCapacity(5);
        string[] tokens = [.. Enumerable.Range(0, 12).Select(i => Token($"user {i}"))];
        await Parallel.ForAsync(0, 600, TestContext.Current.CancellationToken, async (i, cancellationToken) =>
        {
            var result = await verifier.VerifyAsync(tokens[i % tokens.Length], cancellationToken);
            result.Succeeded(out var token, out _).ShouldBeTrue();
            token!.Subject.ShouldBe($"user {i % tokens.Length}");
        });
        verifier.CachedSignatures.ShouldBe(5);
    }

    private static string Token(string subject) => Tokens.Access(claims => claims["sub"] = JsonValue.Create(subject));

    // Everything is cached, so the call completes on this thread, whose allocations are counted.
    private static void Accepts(TokenVerifier verifier, string token)
    {
        var verifying = verifier.VerifyAsync(token, CancellationToken.None);
        verifying.IsCompletedSuccessfully.ShouldBeTrue();
    }

    private TokenVerifier WithCapacity(int capacity) =>
        Verifying.With(Verifying.Options with { SignatureCacheCapacity = capacity }, _keys, _clock);

    private sealed class CountingKeySource(IKeySource inner) : IKeySource
    {
        public int Asked { get; private set; }

        public ValueTask<KeyLookup> FindAsync(string kid, CancellationToken cancellationToken)
        {
            Asked++;
            return inner.FindAsync(kid, cancellationToken);
        }
    }
}
