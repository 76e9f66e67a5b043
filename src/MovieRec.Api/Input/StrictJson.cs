using System.Text.Json;
using System.Text.Unicode;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Input;

/// <summary>Strict parser of request bodies: UTF-8, one JSON object, unique names, at most <see cref="MaxDepth"/> levels.</summary>
/// <remarks>
/// Every string must be valid Unicode: an escaped lone surrogate is rejected. API Gateway replaces bytes that are not UTF-8 by U+FFFD, so
/// that is rejected too, in every host. RFC 8259 leaves duplicate names to the reader. Two readers that choose differently are a way around
/// checks, so duplicates are rejected.
/// </remarks>
public static class StrictJson
{
    public const int MaxDepth = 32;

    private static readonly JsonDocumentOptions s_documentOptions = new() { MaxDepth = MaxDepth };

    public static Outcome<JsonElement> ReadObject(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return Malformed("The body must be a JSON object; it is empty.");
        if (!Utf8.IsValid(body.Span) || body.Span.IndexOf("\uFFFD"u8) >= 0)
            return Malformed("The body must be UTF-8.");
        try
        {
            RefuseDuplicateNames(body.Span);
            using var document = JsonDocument.Parse(body, s_documentOptions);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : GatewayFailures.NoObject;
        }
        catch (JsonException malformed)
        {
            return Malformed(malformed is DuplicateNameException
                ? malformed.Message
                : $"The body is not valid JSON (line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            return Malformed("The body holds a string that is not valid Unicode.");
        }
    }

    private static Failure Malformed(string message) => new(FailureCode.InvalidJson, message);

    private static void RefuseDuplicateNames(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    if (!open.Peek().Add(reader.GetString()!))
                        throw new DuplicateNameException();
                    break;
                case JsonTokenType.String:
                    _ = reader.GetString();
                    break;
            }
        }
    }

    private sealed class DuplicateNameException() : JsonException("The body names a field twice in one object.");
}
