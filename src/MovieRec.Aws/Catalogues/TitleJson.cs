using System.Text.Json.Serialization;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Catalogues;

/// <summary>Titles as they are stored. Empty lists are written too: a list that is missing would be read as null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Title))]
[JsonSerializable(typeof(List<Title>))]
internal sealed partial class TitleJson : JsonSerializerContext;
