using System.Text.Json.Serialization;

namespace MovieRec.Api.MediaLists;

/// <summary>List entry in a response; <c>movieId</c> repeats <c>mediaId</c> for older clients.</summary>
public sealed record MediaListItem(
    string MediaId,
    string MovieId,
    string MediaType,
    string Title,
    string? PosterPath,
    string? BackdropPath,
    string? ReleaseDate,
    double? VoteAverage,
    double? Popularity,
    IReadOnlyList<int> GenreIds,
    string? Overview,
    string AddedAt)
{
    public static MediaListItem From(MediaListEntry entry)
    {
        var id = entry.Key.Id.ToString();
        return new MediaListItem(
            id, id, entry.Key.KindName, entry.Title, entry.PosterPath, entry.BackdropPath, entry.ReleaseDate, entry.VoteAverage,
            entry.Popularity, entry.GenreIds, entry.Overview, Timestamps.Text(entry.AddedAt));
    }
}

public sealed record MediaListBody(
    IReadOnlyList<MediaListItem> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextToken);

public sealed record MediaAddedBody(string Message, MediaListItem Item);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MediaListBody))]
[JsonSerializable(typeof(MediaAddedBody))]
public sealed partial class MediaListJson : JsonSerializerContext;
