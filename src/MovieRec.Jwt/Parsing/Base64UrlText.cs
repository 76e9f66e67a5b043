using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace MovieRec.Jwt.Parsing;

/// <summary>
/// base64url as JOSE has it (RFC 7515, section 2): no padding, no white space, and the one canonical spelling of the bytes
/// (RFC 4648, section 3.5), so that nobody can change a token's text and keep its signature.
/// </summary>
internal static class Base64UrlText
{
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        // The decoder lets padding ('=', '%') and white space pass: the alphabet is ours to check.
        if (text.Length % 4 == 1 || text.ContainsAnyExcept(Alphabet))
            return false;
        var decoded = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        // The decoder refuses bits that are left over and not zero: the other spellings of the same bytes.
        var status = Base64Url.DecodeFromChars(text, decoded, out _, out var written);
        if (status != OperationStatus.Done || written != decoded.Length)
            return false;
        bytes = decoded;
        return true;
    }
}
