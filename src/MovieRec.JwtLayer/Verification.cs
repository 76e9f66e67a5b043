using MovieRec.Jwt;
using MovieRec.Jwt.Keys;

namespace MovieRec.JwtLayer;

/// <summary>Verifier with the current settings and a blocking call, since <c>async</c> cannot cross the border.</summary>
internal sealed class Verification
{
    /// <summary>Maximum wait for keys in milliseconds.</summary>
    public const int LongestWait = 60_000;

    /// <summary>Maximum interval between fetches in seconds.</summary>
    private const int LongestInterval = 3_600;

    private readonly TokenVerifier _verifier;

    private Verification(TokenVerifier verifier) => _verifier = verifier;

    /// <exception cref="ArgumentException">A setting is missing or out of range; the message names it.</exception>
    public static Verification Create(Settings settings, IJwksFetcher fetcher, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(settings.Jwks))
            throw new ArgumentException("jwks is empty: set it to the address of the issuer's keys.", nameof(settings));
        var pool = CognitoPool.At(settings.Issuer, settings.Jwks, "issuer");
        var options = new TokenVerifierOptions
        {
            Issuer = pool.Issuer,
            TokenUse = TokenUses.Access,
            ClientIds = ClientIds.AnyOf(settings.ClientIds),
            Scopes = Scopes.AnyOf(settings.Scope ?? ""),
            Leeway = TimeSpan.FromSeconds(settings.LeewaySeconds),
        };
        if (settings.FetchTimeoutSeconds is < 1 or > LongestWait / 1_000 || settings.FetchIntervalSeconds is < 1 or > LongestInterval)
            throw new ArgumentException("fetchTimeoutSeconds must be 1 to 60, and fetchIntervalSeconds 1 to 3,600.", nameof(settings));
        var keys = new JwksKeySource(pool.JwksAddress, fetcher, clock)
        {
            TryTimeout = TimeSpan.FromSeconds(settings.FetchTimeoutSeconds),
            FetchInterval = TimeSpan.FromSeconds(settings.FetchIntervalSeconds),
        };
        var verification = new Verification(new TokenVerifier(options, keys, clock));
        if (settings.Prefetch)
            _ = keys.PrefetchAsync(CancellationToken.None);
        return verification;
    }

    /// <returns>The length of the JSON in <paramref name="result"/>, or a <see cref="Code"/>.</returns>
    public int Verify(ReadOnlySpan<byte> token, int wait, Span<byte> result)
    {
        // One byte beyond the limit is enough to reject a token as too long, so a huge one is not copied whole.
        var text = Text.OfToken(token[..Math.Min(token.Length, TokenVerifier.MaxTokenLength + 1)]);
        using var patience = new CancellationTokenSource();
        var verifying = _verifier.VerifyAsync(text, patience.Token).AsTask();
        // No async across the border: with a wait, the caller's thread blocks. Without one it must not block; the caller then calls again
        // on another thread.
        if (!verifying.Wait(wait, CancellationToken.None))
        {
            patience.Cancel();
            return wait == 0 ? Code.KeysPending : Answer.Write(Late(wait), result);
        }

        var verified = verifying.Result;
        return verified.Succeeded(out var accepted, out var failure)
            ? Answer.Write(accepted.Subject, result)
            : Answer.Write(failure, result);
    }

    private static TokenFailure Late(int wait) => new(FailureReason.KeysUnavailable, $"keys within {wait} ms", "none yet");
}
