using MovieRec.Engine.Titles;

namespace MovieRec.Api.MediaLists;

/// <summary>Title in a user's list, with the facts that were known when it was added.</summary>
public sealed record MediaListEntry
{
    public required TitleKey Key { get; init; }

    public required string Title { get; init; }

    public string? PosterPath { get; init; }

    public string? BackdropPath { get; init; }

    /// <summary>Date as <c>yyyy-MM-dd</c> or <c>yyyy</c>.</summary>
    public string? ReleaseDate { get; init; }

    /// <summary>Average vote, 0 to 10.</summary>
    public double? VoteAverage { get; init; }

    public double? Popularity { get; init; }

    public IReadOnlyList<int> GenreIds { get; init; } = [];

    public string? Overview { get; init; }

    /// <summary>Time of the first addition, UTC, to the millisecond.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    public MediaListPosition Position => new(AddedAt, Key);
}
