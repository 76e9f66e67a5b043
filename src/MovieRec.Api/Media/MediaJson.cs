using System.Text.Json.Serialization;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>Title in TMDB's spelling; films and series both have <c>title</c> and <c>name</c>, so clients need not distinguish
/// them.</summary>
public sealed record MediaItem(
    long Id,
    string MediaType,
    string Title,
    string Name,
    string? OriginalTitle,
    string? Overview,
    string? PosterPath,
    string? BackdropPath,
    string? ReleaseDate,
    string? FirstAirDate,
    IReadOnlyList<int> GenreIds,
    double? VoteAverage,
    int? VoteCount,
    double Popularity,
    string? OriginalLanguage)
{
    public static MediaItem From(Title title) => new(
        title.Key.Id, title.Key.KindName, title.Name, title.Name, title.OriginalName, title.Overview, title.PosterPath, title.BackdropPath,
        title.ReleaseDate, title.Key.Kind == MediaKind.Tv ? title.ReleaseDate : null, title.GenreIds, title.VoteAverage, title.VoteCount,
        title.Popularity, title.OriginalLanguage);
}

public sealed record MediaBody(
    IReadOnlyList<MediaItem> Results,
    long Page,
    int TotalPages,
    int TotalResults,
    string ListType,
    string MediaType,
    string Source);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MediaBody))]
public sealed partial class MediaJson : JsonSerializerContext;
