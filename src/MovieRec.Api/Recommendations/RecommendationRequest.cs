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
        var query = new QueryReader(request.Query);
        if (request.Method != "POST")
            return Read(_ => query, query);
        if (!StrictJson.ReadObject(request.Body).Succeeded(out var document, out var failure))
            return failure;
        // Fields that the body lacks may be in the query.
        var body = new BodyReader(document);
        return Read(name => body.Has(name) ? body : query, body, query);
    }

    private static Outcome<RecommendationRequest> Read(Func<string, FieldReader> find, params ReadOnlySpan<FieldReader> readers)
    {
        var kindName = find("mediaType").Choice("mediaType", "movie", "tv", "both");
        var request = new RecommendationRequest
        {
            Kind = TitleKey.TryParseKind(kindName, out var kind) ? kind : null,
            Limit = (int)(find("limit").WholeNumber("limit", 1, RecommendationQuery.MaxLimit) ?? DefaultLimit),
            Excluded = [.. find("exclude").Keys("exclude", MaxExcluded)],
            Seed = (int?)find("seed").WholeNumber("seed", int.MinValue, int.MaxValue),
            SimilarTo = find("similarTo").OneTitle("similarTo"),
            Preferences = ReadPreferences(find("preferences")),
        };
        for (var other = 1; other < readers.Length; other++)
            readers[0].AddErrors(readers[other]);
        return readers[0].Failure is { } invalid ? invalid : request;
    }

    private static JsonElement? ReadPreferences(FieldReader fields)
    {
        var document = fields.Document("preferences");
        if (document is { } stated && PreferencesRules.Check(stated) is { } invalid)
            fields.AddError("preferences", invalid.Message);
        return document;
    }
}
