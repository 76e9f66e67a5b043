using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace MovieRec.TestKit.OpenApi;

/// <summary>Validates values against the JSON Schemas of the OpenAPI file.</summary>
/// <remarks>A keyword that JSON Schema 2020-12 does not define is an error of the file, so no schema passes by being ignored.</remarks>
internal sealed class SchemaValidator
{
    private const string Address = "https://movierec.test/openapi";

    private static readonly EvaluationOptions s_everyProblem = new() { OutputFormat = OutputFormat.List };

    private readonly BuildOptions _options = new()
    {
        SchemaRegistry = new SchemaRegistry(),
        Dialect = Dialect.Draft202012.With([], allowUnknownKeywords: false),
    };
    private readonly ConditionalWeakTable<JsonNode, JsonSchema> _schemas = [];
    private readonly Lock _building = new();

    public SchemaValidator(JsonNode document) =>
        _options.SchemaRegistry.Register(new JsonElementBaseDocument(JsonSerializer.SerializeToElement(document), new Uri(Address)));

    public void Check(JsonNode schema, JsonElement value, string where, List<string> problems)
    {
        var results = Build(schema).Evaluate(value, s_everyProblem);
        if (!results.IsValid)
            problems.AddRange(Errors(results).Select(error => $"{where}{error}"));
    }

    private JsonSchema Build(JsonNode schema)
    {
        lock (_building)
        {
            return _schemas.GetValue(
                schema, node =>
                    JsonSchema.FromText(node.ToJsonString().Replace("\"#/", $"\"{Address}#/", StringComparison.Ordinal), _options));
        }
    }

    private static IEnumerable<string> Errors(EvaluationResults results) =>
        (results.Details ?? []).SelectMany(Errors)
            .Concat((results.Errors ?? []).Select(error => $"{results.InstanceLocation}: {error.Value}"));
}
