using System.Diagnostics.CodeAnalysis;

namespace MovieRec.Jwt.Keys;

/// <summary>Result of a look-up: a key, or the reason why there is none.</summary>
[SuppressMessage(
    "Performance", "CA1815:Override equals and operator equals on value types", Justification = "Taken apart at once, never compared.")]
public readonly struct KeyLookup
{
    private readonly VerificationKey? _key;
    private readonly TokenFailure? _failure;

    internal KeyLookup(VerificationKey key) => _key = key;

    internal KeyLookup(TokenFailure failure) => _failure = failure;

    private static TokenFailure NoLookup { get; } = new(FailureReason.KidUnknown, "a key", "none");

    /// <summary>Returns true with the key, or false with the failure.</summary>
    public bool Found([NotNullWhen(true)] out VerificationKey? key, [NotNullWhen(false)] out TokenFailure? failure)
    {
        key = _key;
        failure = key is null ? _failure ?? NoLookup : null;
        return key is not null;
    }

    internal static KeyLookup Unknown(string kid, string expected) =>
        new(new TokenFailure(FailureReason.KidUnknown, expected, $"kid {TokenFailure.Quote(kid)}"));
}
