using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace MovieRec.Jwt.Keys;

/// <summary>Thread-safe RSA public key of a JWKS, ready to verify RS256 (RFC 7518, section 3.3).</summary>
public sealed class VerificationKey
{
    private readonly RSAParameters _parameters;
    private readonly SignatureProvider _verifier;

    internal VerificationKey(string kid, RSAParameters parameters)
    {
        Kid = kid;
        _parameters = parameters;
        // The provider keeps the imported key: creating it once here saves every request the import. The factory is not the default one,
        // whose cache is static and would keep rotated-out keys for the life of the process.
        var factory = new CryptoProviderFactory { CacheSignatureProviders = false };
        _verifier = factory.CreateForVerifying(new RsaSecurityKey(parameters) { KeyId = kid }, SecurityAlgorithms.RsaSha256);
    }

    /// <summary>The key's id, unique in its JWKS.</summary>
    public string Kid { get; }

    internal bool Verify(ArraySegment<byte> signed, byte[] signature) => signature.Length > 0
        && _verifier.Verify(signed.Array!, signed.Offset, signed.Count, signature, 0, signature.Length);

    internal bool IsSame(VerificationKey other) => IsSame(other._parameters);

    internal bool IsSame(RSAParameters other) => _parameters.Modulus.AsSpan().SequenceEqual(other.Modulus)
        && _parameters.Exponent.AsSpan().SequenceEqual(other.Exponent);
}
