using System.Text.Json;
using MovieRec.Api.Http;

namespace MovieRec.Api.Preferences;

/// <summary>Preferences document in body, storage and response: unchanged except for the two fields that the server sets.</summary>
public static class PreferencesDocument
{
    /// <summary>Removes <c>userId</c> and <c>updatedAt</c> from a body; keeps every other value verbatim.</summary>
    public static ReadOnlyMemory<byte> Strip(JsonElement body) => WireJson.Write(body, static (writer, body) =>
    {
        writer.WriteStartObject();
        foreach (var field in body.EnumerateObject().Where(field => !IsServers(field.Name)))
            Copy(writer, field);
        writer.WriteEndObject();
    });

    /// <summary>Writes the response body <c>{"preferences": {userId, ..., updatedAt}}</c>.</summary>
    public static ReadOnlyMemory<byte> Response(string userId, StoredPreferences preferences) =>
        WireJson.Write((userId, preferences), static (writer, saved) =>
        {
            using var document = JsonDocument.Parse(saved.preferences.Document);
            writer.WriteStartObject();
            writer.WriteStartObject("preferences");
            writer.WriteString("userId", saved.userId);
            foreach (var field in document.RootElement.EnumerateObject())
                Copy(writer, field);
            writer.WriteString("updatedAt", Timestamps.Text(saved.preferences.UpdatedAt));
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    /// <summary>Computes the entity tag of the GET response; a user without a document has one as well.</summary>
    public static string ComputeTag(string userId, StoredPreferences? preferences) =>
        EntityTag.Compute(preferences is null ? [] : Response(userId, preferences).Span);

    // Raw, so that 1.10 stays 1.10 and a number of 40 digits keeps them all.
    private static void Copy(Utf8JsonWriter writer, JsonProperty field)
    {
        writer.WritePropertyName(field.Name);
        writer.WriteRawValue(field.Value.GetRawText(), skipInputValidation: true);
    }

    private static bool IsServers(string name) => name is "userId" or "updatedAt";
}
