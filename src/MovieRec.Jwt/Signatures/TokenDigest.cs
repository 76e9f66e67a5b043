using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MovieRec.Jwt.Signatures;

/// <summary>SHA-256 of a complete token, signature included: the cache's key, so that it need not compare tokens.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TokenDigest(UInt128 High, UInt128 Low)
{
    /// <summary>Computes the digest of the UTF-16 text in memory: no copy, and different texts never encode alike.</summary>
    public static TokenDigest Compute(string token)
    {
        Span<TokenDigest> digest = stackalloc TokenDigest[1];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), MemoryMarshal.AsBytes(digest));
        return digest[0];
    }
}
