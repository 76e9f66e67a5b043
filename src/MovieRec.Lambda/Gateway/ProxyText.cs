using System.Text.Json;

namespace MovieRec.Lambda.Gateway;

/// <summary>Text of an event. What is no Unicode becomes U+FFFD, which the functions refuse as they refuse it on one machine.</summary>
internal static class ProxyText
{
    public const string Replacement = "\uFFFD";

    /// <summary>The string that comes next; null where something else does, which is skipped.</summary>
    public static string? Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return Read(ref reader);
        reader.Skip();
        return null;
    }

    /// <summary>The string or property name that the reader stands on.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException) // half a surrogate pair, or bytes that are no UTF-8
        {
            return Replacement;
        }
    }
}
