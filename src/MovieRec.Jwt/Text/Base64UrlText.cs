using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace MovieRec.Jwt.Text;

/// <summary>Strict base64url of JOSE (RFC 7515, section 2): no padding, no white space.</summary>
/// <remarks>
/// Only the canonical encoding of the bytes is accepted (RFC 4648, section 3.5). Otherwise a token's text could be changed while its
/// signature stays valid.
/// </remarks>
internal static class Base64UrlText
{
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        // The decoder accepts padding ('=', '%') and white space, so the alphabet is checked here.
        if (text.Length % 4 == 1 || text.ContainsAnyExcept(Alphabet))
            return false;
        var decoded = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        // The decoder rejects left-over bits that are not zero: other encodings of the same bytes.
        var status = Base64Url.DecodeFromChars(text, decoded, out _, out var written);
        if (status != OperationStatus.Done || written != decoded.Length)
            return false;
        bytes = decoded;
        return true;
    }
}
