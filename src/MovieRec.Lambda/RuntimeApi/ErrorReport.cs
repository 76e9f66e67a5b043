using System.Buffers;
using System.Text.Json;

namespace MovieRec.Lambda.RuntimeApi;

/// <summary>Report of an exception for Lambda: <c>errorMessage</c>, <c>errorType</c>, and <c>stackTrace</c> as a list of frames.</summary>
internal static class ErrorReport
{
    public static string GetType(Exception exception) => $"MovieRec.{exception.GetType().Name}";

    public static ReadOnlyMemory<byte> Write(Exception exception)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("errorMessage", exception.Message);
            writer.WriteString("errorType", GetType(exception));
            writer.WriteStartArray("stackTrace");
            foreach (
                var frame in (exception.StackTrace ?? "")
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                writer.WriteStringValue(frame);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
