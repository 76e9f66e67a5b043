using System.Text.Json.Serialization;

namespace MovieRec.Aws.Parameters;

[JsonSerializable(typeof(ParameterRequest))]
[JsonSerializable(typeof(ParameterAnswer))]
[JsonSerializable(typeof(ParameterError))]
internal sealed partial class ParameterJson : JsonSerializerContext;

internal sealed record ParameterRequest(string Name, bool WithDecryption);

internal sealed record ParameterAnswer(ParameterAnswer.Found? Parameter)
{
    internal sealed record Found(string? Value);
}

internal sealed record ParameterError([property: JsonPropertyName("__type")] string? Type);
