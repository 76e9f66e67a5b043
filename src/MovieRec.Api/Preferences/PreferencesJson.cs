using System.Text.Json.Serialization;

namespace MovieRec.Api.Preferences;

public sealed record PreferencesSavedBody(string Message, string UserId, string Timestamp);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PreferencesSavedBody))]
public sealed partial class PreferencesJson : JsonSerializerContext;
