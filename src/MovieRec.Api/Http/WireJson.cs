using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MovieRec.Api.Http;

/// <summary>JSON output of the service, in UTF-8 without escapes where the encoder allows it.</summary>
/// <remarks>
/// Characters beyond the basic plane are always written as two escapes by the framework's encoder, which is the same JSON. Not escaping is
/// safe because the content type says that it is not HTML. The encoder belongs to the writer and not to the context, since a context with
/// its own options loses the generated fast path.
/// </remarks>
public static class WireJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type) =>
        Write((value, type), static (writer, contract) => JsonSerializer.Serialize(writer, contract.value, contract.type));

    /// <summary>JSON that <paramref name="write"/> puts together itself.</summary>
    public static ReadOnlyMemory<byte> Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
            write(writer, state);
        return buffer.WrittenMemory;
    }
}
