using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace MovieRec.Lambda.Gateway;

/// <summary>The body of a request: text in a JSON string, or bytes in Base64 in one.</summary>
internal static class ProxyBody
{
    /// <summary>The string that comes next, unescaped to UTF-8 without a detour over UTF-16; empty for anything else.</summary>
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

    /// <summary>Whether what comes next is <c>true</c>.</summary>
    public static bool NextFlag(ref Utf8JsonReader reader)
    {
        reader.Read();
        var flag = reader.TokenType == JsonTokenType.True;
        reader.Skip();
        return flag;
    }

    /// <exception cref="InvalidEventException">It is no Base64, which the gateway never writes.</exception>
    public static ReadOnlyMemory<byte> Decode(byte[] base64)
    {
        if (Base64.DecodeFromUtf8InPlace(base64, out var length) != OperationStatus.Done)
            throw new InvalidEventException("The event's body is not the Base64 that it is said to be.");
        return base64.AsMemory(0, length);
    }
}
