using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieRec.ColdStart.Bench;

/// <summary>Comparison of two contenders' responses: nothing is measured unless they are equal.</summary>
internal static class Responses
{
    private const int Ok = 200;

    /// <exception cref="InvalidOperationException">The responses differ; the message contains both.</exception>
    public static void Compare(ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs)
    {
        var one = JsonNode.Parse(ours.Span)!;
        var other = JsonNode.Parse(theirs.Span)!;
        var body = Body(one);
        var same = one["statusCode"]!.GetValue<int>() == Ok
            && other["statusCode"]!.GetValue<int>() == Ok
            && body["items"]!.AsArray().Count == FavouritesList.Count
            && JsonNode.DeepEquals(body, Body(other))
            && Fields(one).SequenceEqual(Fields(other), StringComparer.Ordinal);
        if (!same)
        {
            throw new InvalidOperationException(
                $"The responses differ:\n{Encoding.UTF8.GetString(ours.Span)}\n{Encoding.UTF8.GetString(theirs.Span)}");
        }
    }

    /// <summary>Checks a measured response cheaply, so that the check does not dominate the measurement.</summary>
    public static void RequireItems(ReadOnlyMemory<byte> response)
    {
        if (response.Span.IndexOf("\"statusCode\":200"u8) < 0 || response.Span.IndexOf("Paddington"u8) < 0)
            throw new InvalidOperationException($"Not the expected response: {Encoding.UTF8.GetString(response.Span)}");
    }

    private static JsonNode Body(JsonNode response) => JsonNode.Parse(response["body"]!.GetValue<string>())!;

    private static IEnumerable<string> Fields(JsonNode response) =>
        response["multiValueHeaders"]!.AsObject().Select(field => $"{field.Key}: {field.Value!.ToJsonString(JsonSerializerOptions.Web)}")
            .Order(StringComparer.Ordinal);
}
