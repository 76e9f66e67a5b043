using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MovieRec.TestKit.OpenApi;

/// <summary>
/// Checks a value against a JSON Schema of the OpenAPI file. The keywords that the file uses are implemented, any other one is an error
/// of the file: no schema can be satisfied by not being understood. (No validator of JSON Schema 2020-12 restores from our feed.)
/// </summary>
internal sealed class Schema(JsonNode document)
{
    private static readonly HashSet<string> s_annotations = new(StringComparer.Ordinal) { "description", "default", "summary" };

    public void Check(JsonNode schema, JsonElement value, string where, List<string> problems)
    {
        foreach (var (keyword, rule) in schema.AsObject())
        {
            if (!s_annotations.Contains(keyword) && Problem(keyword, rule!, schema, value, where, problems) is { } problem)
                problems.Add($"{where}: {problem}");
        }
    }

    private string? Problem(string keyword, JsonNode rule, JsonNode schema, JsonElement value, string where, List<string> problems)
    {
        switch (keyword)
        {
            case "$ref":
                Check(Resolve(rule), value, where, problems);
                return null;
            case "type":
                return Types(rule).Any(type => Is(type, value)) ? null : $"is {value.ValueKind}, not {rule.ToJsonString()}";
            case "enum":
                return rule.AsArray().Any(choice => Same(choice, value)) ? null : $"{value.GetRawText()} is not of {rule.ToJsonString()}";
            case "const":
                return Same(rule, value) ? null : $"{value.GetRawText()} is not {rule.ToJsonString()}";
            case "anyOf":
                return rule.AsArray().Any(choice => Fits(choice!, value, where)) ? null : "fits none of anyOf";
            case "properties" or "additionalProperties":
                if (value.ValueKind == JsonValueKind.Object && keyword == "properties")
                    CheckProperties(rule.AsObject(), value, where, problems);
                return value.ValueKind == JsonValueKind.Object && keyword == "additionalProperties"
                    ? CheckAdditional(rule, schema["properties"]?.AsObject() ?? [], value, where, problems)
                    : null;
            case "required":
                var missing = value.ValueKind == JsonValueKind.Object
                    ? rule.AsArray().Select(name => name!.GetValue<string>()).Where(name => !value.TryGetProperty(name, out _)).ToArray()
                    : [];
                return missing.Length == 0 ? null : $"lacks {string.Join(", ", missing)}";
            case "items":
                var index = 0;
                foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default)
                    Check(rule, item, $"{where}[{index++}]", problems);
                return null;
            case "minimum" or "maximum":
                return value.ValueKind == JsonValueKind.Number && (keyword == "minimum" ? value.GetDouble() < Number(rule) : value.GetDouble() > Number(rule))
                    ? $"{value.GetRawText()} is beyond {keyword} {rule.ToJsonString()}"
                    : null;
            case "minLength" or "maxLength":
                var length = value.ValueKind == JsonValueKind.String ? value.GetString()!.Length : (int)Number(rule);
                return (keyword == "minLength" ? length < Number(rule) : length > Number(rule)) ? $"has {length} characters" : null;
            case "maxItems":
                return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > Number(rule) ? "has too many items" : null;
            case "pattern":
                return value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, rule.GetValue<string>(), RegexOptions.None, Regex.InfiniteMatchTimeout)
                    ? $"{value.GetRawText()} does not match {rule}"
                    : null;
            default:
                throw new InvalidOperationException($"docs/openapi.yaml uses the keyword {keyword}, which the contract check does not know.");
        }
    }

    private JsonNode Resolve(JsonNode reference) => reference.GetValue<string>().TrimStart('#', '/').Split('/')
        .Aggregate(document, (node, name) => node[name] ?? throw new InvalidOperationException($"{reference} leads nowhere."));

    private bool Fits(JsonNode schema, JsonElement value, string where)
    {
        var problems = new List<string>();
        Check(schema, value, where, problems);
        return problems.Count == 0;
    }

    private void CheckProperties(JsonObject properties, JsonElement value, string where, List<string> problems)
    {
        foreach (var (name, schema) in properties)
        {
            if (value.TryGetProperty(name, out var field))
                Check(schema!, field, $"{where}.{name}", problems);
        }
    }

    private string? CheckAdditional(JsonNode rule, JsonObject properties, JsonElement value, string where, List<string> problems)
    {
        var others = value.EnumerateObject().Where(field => !properties.ContainsKey(field.Name)).ToArray();
        if (rule.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return rule.GetValue<bool>() || others.Length == 0 ? null : $"has unknown {string.Join(", ", others.Select(field => field.Name))}";
        foreach (var field in others)
            Check(rule, field.Value, $"{where}.{field.Name}", problems);
        return null;
    }

    private static IEnumerable<string> Types(JsonNode rule) =>
        rule is JsonArray types ? types.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new InvalidOperationException($"docs/openapi.yaml uses the type {type}."),
    };

    private static bool Same(JsonNode? choice, JsonElement value) =>
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(choice), value);

    private static double Number(JsonNode rule) => double.Parse(rule.ToJsonString(), CultureInfo.InvariantCulture);
}
