using System.Diagnostics.CodeAnalysis;

namespace MovieRec.Jwt;

/// <summary>Result of a verification: a <see cref="VerifiedToken"/>, or the <see cref="TokenFailure"/> that explains its absence.</summary>
[SuppressMessage(
    "Performance", "CA1815:Override equals and operator equals on value types", Justification = "Taken apart at once, never compared.")]
public readonly struct VerificationResult
{
    private readonly VerifiedToken? _token;
    private readonly TokenFailure? _failure;

    internal VerificationResult(VerifiedToken token) => _token = token;

    internal VerificationResult(TokenFailure failure) => _failure = failure;

    /// <summary>The reason why there is no token; null if there is one.</summary>
    /// <remarks>The default value is a failure too, never a success.</remarks>
    public TokenFailure? Failure => _token is null ? _failure ?? NoToken : null;

    private static TokenFailure NoToken { get; } = new(FailureReason.TokenMissing, "a verification", "none");

    /// <summary>Returns true with the token, or false with the failure.</summary>
    public bool Succeeded([NotNullWhen(true)] out VerifiedToken? token, [NotNullWhen(false)] out TokenFailure? failure)
    {
        token = _token;
        failure = Failure;
        return token is not null;
    }
}
