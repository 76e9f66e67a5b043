using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MovieRec.Api.Http;

/// <summary>
/// How JSON leaves the service: UTF-8 as it is, not escaped to ASCII, but for what is beyond the basic plane (the framework's encoder
/// always writes those as two escapes, which is the same JSON); the content type says that it is no HTML. The encoder is the writer's and
/// not the context's, for a context with options of its own loses the generated fast path.
/// </summary>
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
