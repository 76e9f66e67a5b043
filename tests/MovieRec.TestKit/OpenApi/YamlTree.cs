using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MovieRec.TestKit.OpenApi;

/// <summary>Reads YAML as JSON: plain scalars by the core schema, quoted ones as text, aliases as copies.</summary>
internal static class YamlTree
{
    public static JsonNode Read(TextReader reader)
    {
        var stream = new YamlStream();
        stream.Load(reader);
        return Convert(stream.Documents[0].RootNode)!;
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(
            child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Convert(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException($"{node.NodeType} is not expected in docs/openapi.yaml."),
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "null" or "~" or "" => null,
        "true" or "false" => JsonValue.Create(text == "true"),
        _ when long.TryParse(text, out var whole) => JsonValue.Create(whole),
        _ => JsonValue.Create(text),
    };
}
