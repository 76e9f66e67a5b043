using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MovieRec.Jwt.Signatures;

/// <summary>SHA-256 of a complete token, signature included: what the cache knows it by, so that it need not compare tokens.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TokenDigest(UInt128 High, UInt128 Low)
{
    /// <summary>Of the UTF-16 text as it lies in memory: no copy, and no two texts that encode alike.</summary>
    public static TokenDigest Compute(string token)
    {
        Span<TokenDigest> digest = stackalloc TokenDigest[1];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), MemoryMarshal.AsBytes(digest));
        return digest[0];
    }
}
