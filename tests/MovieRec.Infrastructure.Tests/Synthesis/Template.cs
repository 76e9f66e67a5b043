using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieRec.Infrastructure.Tests.Synthesis;

/// <summary>Synthesized CloudFormation template.</summary>
/// <param name="root">Its root object.</param>
internal sealed class Template(JsonObject root)
{
    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public JsonObject Root => root;

    public IReadOnlyList<Resource> Resources =>
        [.. root["Resources"]!.AsObject().Select(entry => new Resource(entry.Key, entry.Value!.AsObject()))];

    public string Text => root.ToJsonString(s_indented);

    public static Template Parse(string json) => new(JsonNode.Parse(json)!.AsObject());

    public IReadOnlyList<Resource> GetResources(string type) => [.. Resources.Where(resource => resource.Type == type)];

    public Resource Single(string type) => GetResources(type).ShouldHaveSingleItem();

    public Resource ById(string id) => new(id, root["Resources"]![id]!.AsObject());

    /// <summary>Finds the resource that a value refers to, by <c>Ref</c> or <c>Fn::GetAtt</c>.</summary>
    public Resource Referred(JsonNode? value) => ById((value!["Ref"] ?? value["Fn::GetAtt"]![0])!.GetValue<string>());

    public string Output(string id) => Plain(root["Outputs"]![id]!["Value"]);

    /// <summary>Returns a changed copy.</summary>
    public Template Changed(Action<Template> change)
    {
        var copy = new Template(root.DeepClone().AsObject());
        change(copy);
        return copy;
    }

    public void Remove(Resource resource) => root["Resources"]!.AsObject().Remove(resource.Id).ShouldBeTrue();

    /// <summary>Converts a value to text, in which <c>${Name}</c> stands for what CloudFormation inserts.</summary>
    public static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text => text.ToString(),
        JsonObject fields when fields["Ref"] is { } name => $"${{{name}}}",
        JsonObject fields when fields["Fn::GetAtt"] is JsonArray path => $"${{{string.Join('.', path.Select(Plain))}}}",
        JsonObject fields when fields["Fn::Sub"] is { } text => Plain(text),
        JsonObject fields when fields["Fn::Join"] is JsonArray join => string.Join(Plain(join[0]), join[1]!.AsArray().Select(Plain)),
        _ => value.ToJsonString(),
    };

    /// <summary>Reads a value that is one text or several.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? value) =>
        value is JsonArray several ? [.. several.Select(Plain)] : value is null ? [] : [Plain(value)];
}

/// <summary>Resource of a template.</summary>
/// <param name="Id">Its logical id.</param>
/// <param name="Json">Its definition.</param>
internal sealed record Resource(string Id, JsonObject Json)
{
    public string Type => Json["Type"]!.GetValue<string>();

    public JsonObject Properties => Json["Properties"]?.AsObject() ?? [];

    public string? DeletionPolicy => Json["DeletionPolicy"]?.GetValue<string>();

    public IReadOnlyList<string> DependsOn => Template.Texts(Json["DependsOn"]);

    public JsonNode? this[string property] => Properties[property];

    public string Text(string property) => Template.Plain(Properties[property]);

    public override string ToString() => $"{Type} {Id}";
}
