using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieRec.ColdStart.Bench;

/// <summary>Whether two contenders do the same: nothing is measured before they do.</summary>
internal static class Answers
{
    private const int Ok = 200;

    /// <exception cref="InvalidOperationException">They do not; the message has both answers.</exception>
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
                $"The answers differ:\n{Encoding.UTF8.GetString(ours.Span)}\n{Encoding.UTF8.GetString(theirs.Span)}");
        }
    }

    /// <summary>For each answer that is measured: cheap, so that what is measured is not the check.</summary>
    public static void RequireItems(ReadOnlyMemory<byte> answer)
    {
        if (answer.Span.IndexOf("\"statusCode\":200"u8) < 0 || answer.Span.IndexOf("Paddington"u8) < 0)
            throw new InvalidOperationException($"Not the answer: {Encoding.UTF8.GetString(answer.Span)}");
    }

    private static JsonNode Body(JsonNode answer) => JsonNode.Parse(answer["body"]!.GetValue<string>())!;

    private static IEnumerable<string> Fields(JsonNode answer) =>
        answer["multiValueHeaders"]!.AsObject().Select(field => $"{field.Key}: {field.Value!.ToJsonString(JsonSerializerOptions.Web)}")
            .Order(StringComparer.Ordinal);
}
