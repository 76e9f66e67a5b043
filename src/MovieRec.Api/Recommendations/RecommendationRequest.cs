using System.Text.Json;
using MovieRec.Api.Http;
using MovieRec.Api.Preferences;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Recommendations;

/// <summary>What a caller of <c>/recommendations</c> asks for; the same fields in a query or in a body.</summary>
internal sealed record RecommendationRequest
{
    private const int DefaultLimit = 9;
    private const int MaxExcluded = 2_000;

    /// <summary>Null for both.</summary>
    public required MediaKind? Kind { get; init; }

    public required int Limit { get; init; }

    public required HashSet<TitleKey> Excluded { get; init; }

    /// <summary>Null where the service chooses.</summary>
    public required int? Seed { get; init; }

    /// <summary>The titles meant by <c>similarTo</c>: a bare id may mean a film and a series. Empty where it was not given.</summary>
    public required IReadOnlyList<TitleKey> SimilarTo { get; init; }

    /// <summary>Fields that replace the saved ones for this request; null where none were given.</summary>
    public required JsonElement? Preferences { get; init; }

    public static Outcome<RecommendationRequest> Read(ApiRequest request)
    {
        if (request.Verb != "POST")
            return Read(request.Query);
        return StrictJson.ReadObject(request.Body).Succeeded(out var body, out var failure)
            ? Read(request.Query.Concat(AsParameters(body)).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
                .ToDictionary(values => values.Key, values => values.Last(), StringComparer.Ordinal))
            : failure;
    }

    private static Outcome<RecommendationRequest> Read(IReadOnlyDictionary<string, string> parameters)
    {
        var fields = new QueryFields(parameters);
        var kindName = fields.Choice("mediaType", "movie", "tv", "both");
        var request = new RecommendationRequest
        {
            Kind = TitleKey.TryParseKind(kindName, out var kind) ? kind : null,
            Limit = (int)(fields.WholeNumber("limit", 1, RecommendationQuery.MaxLimit) ?? DefaultLimit),
            Excluded = [.. fields.Keys("exclude", MaxExcluded)],
            Seed = (int?)fields.WholeNumber("seed", int.MinValue, int.MaxValue),
            SimilarTo = fields.Keys("similarTo", 1),
            Preferences = ReadPreferences(fields),
        };
        return fields.Failure is { } invalid ? invalid : request;
    }

    private static JsonElement? ReadPreferences(QueryFields fields)
    {
        if (fields.Text("preferences") is not { } text)
            return null;
        if (!StrictJson.ReadObject(System.Text.Encoding.UTF8.GetBytes(text)).Succeeded(out var document, out var failure))
            fields.Refuse("preferences", $"must be a JSON object: {failure.Message}");
        else if (PreferencesRules.Check(document) is { } invalid)
            fields.Refuse("preferences", invalid.Message);
        return document;
    }

    /// <summary>A body's fields as the parameters of a query: a list as its entries with commas, an object as its JSON.</summary>
    private static IEnumerable<KeyValuePair<string, string>> AsParameters(JsonElement body) => body.EnumerateObject()
        .Where(field => field.Value.ValueKind != JsonValueKind.Null)
        .Select(field => KeyValuePair.Create(field.Name, Text(field.Value)));

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}
