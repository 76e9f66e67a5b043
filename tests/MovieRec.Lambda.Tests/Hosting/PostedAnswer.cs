using System.Text.Json.Nodes;

namespace MovieRec.Lambda.Tests.Hosting;

/// <summary>What the function told the Runtime API.</summary>
internal sealed record PostedAnswer(string Line, string? ErrorType, string Body)
{
    public JsonNode? Json { get; } = JsonNode.Parse(Body);

    /// <summary>The response's own body, out of the proxy answer.</summary>
    public JsonNode? ProxyBody => JsonNode.Parse(Json!["body"]!.GetValue<string>());

    public string? ProxyField(string name) => Json!["multiValueHeaders"]![name]?[0]!.GetValue<string>();
}
