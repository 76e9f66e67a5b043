using System.Text.Json.Nodes;

namespace MovieRec.Lambda.Tests.Hosting;

/// <summary>Result that the function posted to the Runtime API.</summary>
internal sealed record PostedResponse(string Line, string? ErrorType, string Body)
{
    public JsonNode? Json { get; } = JsonNode.Parse(Body);

    /// <summary>Body of the response inside the proxy response.</summary>
    public JsonNode? ProxyBody => JsonNode.Parse(Json!["body"]!.GetValue<string>());

    public string? ProxyField(string name) => Json!["multiValueHeaders"]![name]?[0]!.GetValue<string>();
}
