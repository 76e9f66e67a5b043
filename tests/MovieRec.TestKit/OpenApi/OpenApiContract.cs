using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieRec.TestKit.OpenApi;

/// <summary>Checks responses against <c>docs/openapi.yaml</c> and the rules for every response.</summary>
public sealed class OpenApiContract
{
    private readonly JsonNode _document;
    private readonly SchemaValidator _schema;

    private OpenApiContract(JsonNode document)
    {
        _document = document;
        _schema = new SchemaValidator(document);
    }

    public static OpenApiContract Current { get; } = Load();

    /// <summary>Method and path of every operation in the file.</summary>
    public IReadOnlyList<(string Verb, string Path, JsonNode Operation)> Operations =>
        [.. _document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Select(operation => (operation.Key.ToUpperInvariant(), path.Key, operation.Value!)))];

    /// <summary>Returns the problems of a response; empty if there are none.</summary>
    public IReadOnlyList<string> Check(string verb, string path, ObservedResponse response)
    {
        var problems = new List<string>();
        if (verb == "OPTIONS" && response.Status == 204)
            return problems;
        if (response.Status == 304)
            return response.Body.IsEmpty ? problems : ["a 304 has a body"];

        if (response.Header("Content-Type") != "application/json; charset=utf-8")
            problems.Add($"the content type is '{response.Header("Content-Type")}'");
        if (!(response.Header("Vary") ?? "").Contains("Origin", StringComparison.Ordinal))
            problems.Add("Vary does not name Origin");
        JsonElement body;
        try
        {
            body = JsonDocument.Parse(response.Body).RootElement;
        }
        catch (JsonException)
        {
            return [.. problems, "the body is not JSON"];
        }

        var operation = _document["paths"]![path]?[verb.ToLowerInvariant()];
        if (operation is null && response.Status == 404)
            _schema.Check(_document["components"]!["schemas"]!["Error"]!, body, "body", problems);
        else if (Resolve(operation?["responses"]?[response.Status.ToString()]) is { } described)
            CheckDescribed(described, body, response, problems);
        else
            problems.Add($"status {response.Status} is not described for {verb} {path}");
        return problems;
    }

    private void CheckDescribed(JsonNode described, JsonElement body, ObservedResponse response, List<string> problems)
    {
        _schema.Check(described["content"]!["application/json"]!["schema"]!, body, "body", problems);
        foreach (var (name, header) in described["headers"]?.AsObject() ?? [])
        {
            if (response.Header(name) is { } value)
                _schema.Check(header!["schema"]!, JsonSerializer.SerializeToElement(value), name, problems);
            else
                problems.Add($"the header {name} is missing");
        }
    }

    private JsonNode? Resolve(JsonNode? response) => response?["$ref"]?.GetValue<string>() is { } reference
        ? reference.TrimStart('#', '/').Split('/').Aggregate(_document, (node, name) => node[name]!)
        : response;

    private static OpenApiContract Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("openapi.yaml")!;
        using var reader = new StreamReader(stream);
        return new OpenApiContract(YamlTree.Read(reader));
    }
}
