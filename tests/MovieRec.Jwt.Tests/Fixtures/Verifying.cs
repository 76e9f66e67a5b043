using MovieRec.Jwt.Keys;
using MovieRec.TestKit;

namespace MovieRec.Jwt.Tests.Fixtures;

/// <summary>Verifiers with settings that accept <see cref="Tokens.Access"/>, and checks of their results.</summary>
internal static class Verifying
{
    public static readonly TokenVerifierOptions Options = new()
    {
        Issuer = Tokens.Issuer,
        TokenUse = TokenUses.Access,
        ClientIds = ClientIds.AnyOf(Tokens.ClientId),
        Scopes = Scopes.NotChecked,
    };

    public static TokenVerifier With(TokenVerifierOptions? options = null, IKeySource? keys = null, TimeProvider? clock = null) =>
        new(options ?? Options, keys ?? new StaticKeySource(TestKey.Jwks(TestKey.First, TestKey.Second)), clock ?? new ManualClock());

    public static async Task<VerifiedToken> AcceptedAsync(this TokenVerifier verifier, string token)
    {
        var result = await verifier.VerifyAsync(token, TestContext.Current.CancellationToken);
        result.Failure.ShouldBeNull();
        result.Succeeded(out var verified, out _).ShouldBeTrue();
        return verified!;
    }

    /// <summary>Returns the failure, and checks that its text contains neither the token nor its signature.</summary>
    public static async Task<TokenFailure> RefusedAsync(this TokenVerifier verifier, string? token)
    {
        var result = await verifier.VerifyAsync(token, TestContext.Current.CancellationToken);
        result.Succeeded(out var verified, out var failure).ShouldBeFalse();
        verified.ShouldBeNull();
        result.Failure.ShouldBe(failure);
        foreach (var part in (token ?? "").Split('.').Where(part => part.Length > 16))
            failure!.ToString().ShouldNotContain(part);
        failure!.Expected.ShouldNotBeNullOrWhiteSpace();
        failure.Actual.ShouldNotBeNullOrWhiteSpace();
        return failure;
    }

    public static async Task RefusedAsync(this TokenVerifier verifier, string? token, FailureReason reason) =>
        (await verifier.RefusedAsync(token)).Reason.ShouldBe(reason);
}
