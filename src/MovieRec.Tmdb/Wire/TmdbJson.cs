using System.Text.Json.Serialization;

namespace MovieRec.Tmdb.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LenientText), typeof(LenientNumber), typeof(LenientFlag)])]
[JsonSerializable(typeof(PageJson))]
[JsonSerializable(typeof(DetailsJson))]
[JsonSerializable(typeof(FoundJson))]
[JsonSerializable(typeof(ErrorJson))]
// Types of the parts, which the lenient converters require.
[JsonSerializable(typeof(ItemJson))]
[JsonSerializable(typeof(NamedJson))]
[JsonSerializable(typeof(EpisodeJson))]
[JsonSerializable(typeof(CreditsJson))]
[JsonSerializable(typeof(PersonJson))]
[JsonSerializable(typeof(KeywordsJson))]
[JsonSerializable(typeof(ExternalIdsJson))]
[JsonSerializable(typeof(RegionsJson))]
[JsonSerializable(typeof(RegionJson))]
[JsonSerializable(typeof(ReleaseJson))]
[JsonSerializable(typeof(string))]
internal sealed partial class TmdbJson : JsonSerializerContext;
