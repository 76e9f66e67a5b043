using System.Text.Json;
using MovieRec.Api.Http;
using MovieRec.Api.Input;
using MovieRec.Api.Outcomes;
using MovieRec.Api.Preferences;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Recommendations;

/// <summary>Parsed request of <c>/recommendations</c>; the same fields in a query or in a body.</summary>
internal sealed record RecommendationRequest
{
    private const int DefaultLimit = 9;
    private const int MaxExcluded = 2_000;

    private static readonly string[] s_fields = ["mediaType", "limit", "exclude", "seed", "similarTo", "preferences"];

    /// <summary>Null for both.</summary>
    public required MediaKind? Kind { get; init; }

    public required int Limit { get; init; }

    public required HashSet<TitleKey> Excluded { get; init; }

    /// <summary>Null where the service chooses.</summary>
    public required int? Seed { get; init; }

    /// <summary>Titles meant by <c>similarTo</c>: a bare id may mean a film and a series; empty if it was not given.</summary>
    public required IReadOnlyList<TitleKey> SimilarTo { get; init; }

    /// <summary>Fields that replace the saved ones for this request; null where none were given.</summary>
    public required JsonElement? Preferences { get; init; }

    public static Outcome<RecommendationRequest> Read(ApiRequest request)
    {
        if (request.Method != "POST")
            return Read(new QueryReader(request.Query));
        if (!StrictJson.ReadObject(request.Body).Succeeded(out var body, out var failure))
            return failure;
        var parameters = new Dictionary<string, string>(request.Query, StringComparer.Ordinal);
        var refused = new List<(string Name, string Problem)>();
        foreach (var field in body.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
        {
            if (AsParameter(field) is { } text)
                parameters[field.Name] = text;
            else if (s_fields.Contains(field.Name))
                refused.Add((field.Name, field.Name == "exclude" ? "must be a list of ids" : "must not be a list"));
        }

        var fields = new QueryReader(parameters);
        foreach (var (name, problem) in refused)
            fields.AddError(name, problem);
        return Read(fields);
    }

    private static Outcome<RecommendationRequest> Read(QueryReader fields)
    {
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

    private static JsonElement? ReadPreferences(QueryReader fields)
    {
        if (fields.Text("preferences") is not { } text)
            return null;
        if (!StrictJson.ReadObject(System.Text.Encoding.UTF8.GetBytes(text)).Succeeded(out var document, out var failure))
            fields.AddError("preferences", $"must be a JSON object: {failure.Message}");
        else if (PreferencesRules.Check(document) is { } invalid)
            fields.AddError("preferences", invalid.Message);
        return document;
    }

    /// <summary>Converts a body's field to a query parameter: a list of ids becomes comma-separated, an object its JSON.</summary>
    /// <remarks>Null if the field has no such form.</remarks>
    private static string? AsParameter(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.String => field.Value.GetString(),
        JsonValueKind.Array when field.Name == "exclude" && field.Value.EnumerateArray().All(IsScalar) =>
            string.Join(
                ',', field.Value.EnumerateArray().ToList()
                    .ConvertAll(entry => entry.ValueKind == JsonValueKind.String ? entry.GetString() : entry.GetRawText())),
        JsonValueKind.Array => null,
        _ => field.Value.GetRawText(),
    };

    private static bool IsScalar(JsonElement entry) => entry.ValueKind is JsonValueKind.String or JsonValueKind.Number;
}
