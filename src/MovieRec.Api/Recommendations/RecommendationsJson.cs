using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieRec.Api.Recommendations;

/// <param name="Genres">Genre ids joined by a bar, for older clients: <c>28|12</c>.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="ProcessingTime">Milliseconds of the whole request, for older clients.</param>
public sealed record RecommendedItem(
    string MediaId,
    string Id,
    string MediaType,
    string Title,
    string? Overview,
    string? PosterPath,
    string? BackdropPath,
    string? ReleaseDate,
    double? VoteAverage,
    double Popularity,
    string Genres,
    IReadOnlyList<int> GenreIds,
    double Score,
    string RecommendationReason,
    IReadOnlyList<RecommendedReason> Reasons,
    double ProcessingTime);

/// <param name="MediaId">The user's title behind the reason, if any.</param>
public sealed record RecommendedReason(
    string Kind,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MediaId);

public sealed record RecommendationsMetadata(
    int TotalCandidates,
    double ProcessingTimeMs,
    string CatalogueVersion,
    string ModelVersion,
    bool FallbackUsed);

public sealed record RecommendationsBody(
    IReadOnlyList<RecommendedItem> Items,
    string Source,
    JsonElement UserPreferences,
    RecommendationsMetadata Metadata);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RecommendationsBody))]
public sealed partial class RecommendationsJson : JsonSerializerContext;
