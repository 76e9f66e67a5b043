using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace MovieRec.Lambda.Gateway;

/// <summary>Body of a request: a JSON string with text, or with bytes in Base64.</summary>
internal static class ProxyBody
{
    /// <summary>Reads the next value, unescaped directly to UTF-8; empty if it is not a string.</summary>
    public static byte[] Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return [];
        }

        var bytes = new byte[reader.ValueSpan.Length];
        try
        {
            var length = reader.CopyString(bytes);
            return length == bytes.Length ? bytes : bytes[..length];
        }
        catch (InvalidOperationException)
        {
            return [.. "\uFFFD"u8];
        }
    }

    /// <summary>Returns whether the next value is <c>true</c>.</summary>
    public static bool NextFlag(ref Utf8JsonReader reader)
    {
        reader.Read();
        var flag = reader.TokenType == JsonTokenType.True;
        reader.Skip();
        return flag;
    }

    /// <exception cref="InvalidEventException">It is not Base64; the gateway never writes that.</exception>
    public static ReadOnlyMemory<byte> Decode(byte[] base64)
    {
        if (Base64.DecodeFromUtf8InPlace(base64, out var length) != OperationStatus.Done)
            throw new InvalidEventException("The event's body is marked as Base64 and is not Base64.");
        return base64.AsMemory(0, length);
    }
}
