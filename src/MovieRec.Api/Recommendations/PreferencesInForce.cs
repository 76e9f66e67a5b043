using System.Buffers;
using System.Text.Json;
using MovieRec.Api.Http;
using MovieRec.Api.Preferences;

namespace MovieRec.Api.Recommendations;

/// <summary>The saved document with the fields of this one request in place of its own.</summary>
internal static class PreferencesInForce
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = WireJson.Encoder };

    public static JsonElement? Of(StoredPreferences? saved, JsonElement? asked)
    {
        if (saved is null)
            return asked;
        var document = Parse(saved.Document);
        return asked is { } fields ? Merge(document, fields) : document;
    }

    private static JsonElement Merge(JsonElement document, JsonElement fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            foreach (var field in document.EnumerateObject().Where(field => !fields.TryGetProperty(field.Name, out _)).Concat(fields.EnumerateObject()))
                field.WriteTo(writer);
            writer.WriteEndObject();
        }

        return Parse(buffer.WrittenMemory);
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
