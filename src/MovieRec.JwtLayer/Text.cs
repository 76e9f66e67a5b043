using System.Text;
using System.Text.Unicode;

namespace MovieRec.JwtLayer;

/// <summary>Conversion of text to and from the buffers of the caller.</summary>
internal static class Text
{
    /// <summary>Writes as many whole characters as fit; returns the length in bytes, at least 1.</summary>
    public static int WriteCut(string text, Span<byte> target)
    {
        Utf8.FromUtf16(text, target, out _, out var written);
        if (written > 0)
            return written;
        target[0] = (byte)'?';
        return 1;
    }

    /// <summary>Decodes ASCII; any other byte becomes a character that no token has.</summary>
    public static string FromToken(ReadOnlySpan<byte> token) => Encoding.ASCII.GetString(token);
}
