using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieRec.ColdStart.Bench;

/// <summary>Comparison of two contenders' responses: nothing is measured unless they are equal.</summary>
internal static class Answers
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
    public static void RequireItems(ReadOnlyMemory<byte> answer)
    {
        if (answer.Span.IndexOf("\"statusCode\":200"u8) < 0 || answer.Span.IndexOf("Paddington"u8) < 0)
            throw new InvalidOperationException($"Not the expected response: {Encoding.UTF8.GetString(answer.Span)}");
    }

    private static JsonNode Body(JsonNode answer) => JsonNode.Parse(answer["body"]!.GetValue<string>())!;

    private static IEnumerable<string> Fields(JsonNode answer) =>
        answer["multiValueHeaders"]!.AsObject().Select(field => $"{field.Key}: {field.Value!.ToJsonString(JsonSerializerOptions.Web)}")
            .Order(StringComparer.Ordinal);
}
