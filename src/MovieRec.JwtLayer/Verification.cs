using MovieRec.Jwt;
using MovieRec.Jwt.Keys;

namespace MovieRec.JwtLayer;

/// <summary>Verifier with the current settings and the keys that the caller sets.</summary>
internal sealed class Verification
{
    private readonly StaticKeySource _keys = new();
    private readonly TokenVerifier _verifier;

    private Verification(TokenVerifierOptions options) => _verifier = new TokenVerifier(options, _keys, TimeProvider.System);

    /// <exception cref="ArgumentException">A setting is missing or out of range; the message names it.</exception>
    public static Verification Create(Settings settings) => new(new TokenVerifierOptions
    {
        Issuer = CognitoPool.At(settings.Issuer, "issuer").Issuer,
        TokenUse = TokenUses.Access,
        ClientIds = ClientIds.AnyOf(settings.ClientIds),
        Scopes = Scopes.AnyOf(settings.Scope ?? ""),
        Leeway = TimeSpan.FromSeconds(settings.LeewaySeconds),
    });

    /// <exception cref="FormatException">It is not a JWKS; the current keys are kept.</exception>
    public void SetKeys(byte[] jwks) => _keys.Replace(jwks);

    /// <returns>The length of the JSON in <paramref name="result"/>, or a <see cref="Code"/>.</returns>
    public int Verify(ReadOnlySpan<byte> token, Span<byte> result)
    {
        // One byte beyond the limit is enough to reject a token as too long, so a huge one is not copied whole.
        var text = Text.FromToken(token[..Math.Min(token.Length, TokenVerifier.MaxTokenLength + 1)]);
        var verifying = _verifier.VerifyAsync(text, CancellationToken.None);
        // Keys are the only thing that a verification waits for, and these are in memory.
        if (!verifying.IsCompletedSuccessfully)
            return Code.InternalError;
        return verifying.Result.Succeeded(out var accepted, out var failure)
            ? VerdictWriter.Write(accepted.Subject, result)
            : VerdictWriter.Write(failure, result);
    }
}
