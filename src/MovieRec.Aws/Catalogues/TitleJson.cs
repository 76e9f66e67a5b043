using System.Text.Json.Serialization;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Catalogues;

/// <summary>JSON of stored titles; empty lists are written too, since a missing list would be read as null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Title))]
[JsonSerializable(typeof(List<Title>))]
internal sealed partial class TitleJson : JsonSerializerContext;
