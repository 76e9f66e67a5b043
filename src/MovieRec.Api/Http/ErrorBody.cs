using System.Text.Json.Serialization;
using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Http;

/// <summary>Response body of every error.</summary>
/// <param name="Error">Sentence for a reader.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="RequestId">For the log.</param>
/// <param name="Details">Field → its error.</param>
public sealed record ErrorBody(string Error, string Code, string RequestId, IReadOnlyDictionary<string, string>? Details = null)
{
    public static ReadOnlyMemory<byte> Write(Failure failure, string requestId) => WireJson.Write(
        new ErrorBody(failure.Message, failure.Code.ToString(), requestId, failure.Details), ErrorJson.Default.ErrorBody);
}

/// <summary>Response body that carries only a message.</summary>
public sealed record MessageBody(string Message);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(MessageBody))]
public sealed partial class ErrorJson : JsonSerializerContext;
