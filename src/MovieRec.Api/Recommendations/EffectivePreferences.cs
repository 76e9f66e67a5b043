using System.Text.Json;
using MovieRec.Api.Http;
using MovieRec.Api.Preferences;

namespace MovieRec.Api.Recommendations;

/// <summary>The saved document with the fields of this one request in place of its own.</summary>
internal static class EffectivePreferences
{
    public static JsonElement? Merge(StoredPreferences? saved, JsonElement? asked)
    {
        if (saved is null)
            return asked;
        var document = Parse(saved.Document);
        return asked is { } fields ? Merge(document, fields) : document;
    }

    private static JsonElement Merge(JsonElement document, JsonElement fields) =>
        Parse(WireJson.Write((document, fields), static (writer, both) =>
        {
            writer.WriteStartObject();
            foreach (var field in both.document.EnumerateObject().Where(field => !both.fields.TryGetProperty(field.Name, out _)))
                field.WriteTo(writer);
            foreach (var field in both.fields.EnumerateObject())
                field.WriteTo(writer);
            writer.WriteEndObject();
        }));

    private static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
