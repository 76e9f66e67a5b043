using System.Diagnostics.CodeAnalysis;

namespace MovieRec.Jwt;

/// <summary>A <see cref="VerifiedToken"/>, or the <see cref="TokenFailure"/> that says why there is none.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Taken apart at once, never compared.")]
public readonly struct VerificationResult
{
    private readonly VerifiedToken? _token;
    private readonly TokenFailure? _failure;

    internal VerificationResult(VerifiedToken token) => _token = token;

    internal VerificationResult(TokenFailure failure) => _failure = failure;

    /// <summary>Why there is no token; null when there is one. The default value is a failure too, never a success.</summary>
    public TokenFailure? Failure => _token is null ? _failure ?? NoToken : null;

    private static TokenFailure NoToken { get; } = new(FailureReason.TokenMissing, "a verification", "none");

    /// <summary>True with the token, false with the failure.</summary>
    public bool Succeeded([NotNullWhen(true)] out VerifiedToken? token, [NotNullWhen(false)] out TokenFailure? failure)
    {
        token = _token;
        failure = Failure;
        return token is not null;
    }
}
