using System.Buffers;
using System.Text.Json;
using MovieRec.Jwt;

namespace MovieRec.JwtLayer;

/// <summary>Writes the JSON result of <c>cognitojwt_verify</c>.</summary>
internal static class VerdictWriter
{
    public static int Write(string subject, Span<byte> result)
    {
        var json = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("sub"u8, subject);
            writer.WriteEndObject();
        }

        return Copy(json, result);
    }

    public static int Write(TokenFailure failure, Span<byte> result)
    {
        var json = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("reason"u8, failure.Reason.ToString());
            writer.WriteString("expected"u8, failure.Expected);
            writer.WriteString("actual"u8, failure.Actual);
            writer.WriteEndObject();
        }

        return Copy(json, result);
    }

    private static int Copy(ArrayBufferWriter<byte> json, Span<byte> result) =>
        json.WrittenSpan.TryCopyTo(result) ? json.WrittenCount : Code.BufferTooSmall;
}
