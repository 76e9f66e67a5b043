using System.Text.Json.Serialization;
using MovieRec.Api.Http;

namespace MovieRec.Api.Preferences;

public sealed record PreferencesSavedBody(string Message, string UserId, string Timestamp);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PreferencesSavedBody))]
public sealed partial class PreferencesJson : JsonSerializerContext
{
    public static PreferencesJson Wire => field ??= new PreferencesJson(WireJson.With(Default));
}
