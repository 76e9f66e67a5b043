using System.Text.Json;

namespace MovieRec.Lambda.Gateway;

/// <summary>Text of an event; invalid Unicode becomes U+FFFD, which the functions reject, as with MovieRec.LocalHost.</summary>
internal static class ProxyText
{
    public const string Replacement = "\uFFFD";

    /// <summary>Reads the next value; skips it and returns null if it is not a string.</summary>
    public static string? Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return Read(ref reader);
        reader.Skip();
        return null;
    }

    /// <summary>Returns the string or property name at the reader's position.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException) // half a surrogate pair, or bytes that are not UTF-8
        {
            return Replacement;
        }
    }
}
