using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using MovieRec.Jwt.Text;

namespace MovieRec.Jwt.Keys;

/// <summary>Reads one JWK (RFC 7517, section 4; RFC 7518, section 6.3.1); ignores parts of a private key.</summary>
internal static class JwkReader
{
    public const int MinModulusBits = 2048;

    // The time of a verification grows with the square of the length, and no issuer signs tokens with more.
    public const int MaxModulusBits = 16_384;

    public static KeyLookup Read(JsonElement jwk, string kid, VerificationKey? known)
    {
        if (GetString(jwk, "kty") is not "RSA")
            return Refused(FailureReason.KeyTypeNotAllowed, "kty RSA", jwk, "kty");
        if (GetString(jwk, "use") is not "sig")
            return Refused(FailureReason.KeyUseNotAllowed, "use sig", jwk, "use");
        if (jwk.TryGetProperty("alg", out _) && GetString(jwk, "alg") is not SecurityAlgorithms.RsaSha256)
            return Refused(FailureReason.KeyAlgorithmNotAllowed, "alg RS256", jwk, "alg");
        if (GetString(jwk, "n") is not { } n || !Base64UrlText.TryDecode(n, out var modulus)
            || GetString(jwk, "e") is not { } e || !Base64UrlText.TryDecode(e, out var exponent))
        {
            return new KeyLookup(new TokenFailure(FailureReason.KeyMalformed, "n and e in base64url", "something else"));
        }

        var bits = new BigInteger(modulus, isUnsigned: true, isBigEndian: true).GetBitLength();
        if (bits < MinModulusBits)
        {
            return new KeyLookup(
                new TokenFailure(FailureReason.KeyTooShort, $"a modulus of at least {MinModulusBits} bits", $"{bits} bits"));
        }
        if (bits > MaxModulusBits || !IsExponent(exponent))
        {
            return new KeyLookup(
                new TokenFailure(FailureReason.KeyMalformed, "an odd e, 3 to 2^32, and n of at most 16384 bits", "other numbers"));
        }

        var parameters = new RSAParameters { Modulus = Trimmed(modulus), Exponent = Trimmed(exponent) };
        return known is not null && known.IsSame(parameters) ? new KeyLookup(known) : Import(kid, parameters);
    }

    public static string? GetString(JsonElement jwk, string name) =>
        jwk.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static KeyLookup Import(string kid, RSAParameters parameters)
    {
        try
        {
            return new KeyLookup(new VerificationKey(kid, parameters));
        }
        catch (CryptographicException)
        {
            return new KeyLookup(new TokenFailure(FailureReason.KeyMalformed, "n and e of an RSA key", "numbers that form none"));
        }
    }

    // With e = 1 every signature would equal its own message.
    private static bool IsExponent(byte[] exponent)
    {
        var value = new BigInteger(exponent, isUnsigned: true, isBigEndian: true);
        return value >= 3 && !value.IsEven && value <= uint.MaxValue;
    }

    // Leading zeros are common, although RFC 7518 (section 2, Base64urlUInt) forbids them. Without them equal keys are equal bytes.
    private static byte[] Trimmed(byte[] number) => [.. number.AsSpan().TrimStart((byte)0)];

    private static KeyLookup Refused(FailureReason reason, string expected, JsonElement jwk, string name) =>
        new(new TokenFailure(reason, expected, GetString(jwk, name) is { } actual ? $"{name} {TokenFailure.Quote(actual)}" : $"no {name}"));
}
