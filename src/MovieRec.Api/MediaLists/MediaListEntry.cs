using MovieRec.Engine.Titles;

namespace MovieRec.Api.MediaLists;

/// <summary>One title in a user's list, with what was known of it when it was added.</summary>
public sealed record MediaListEntry
{
    public required TitleKey Key { get; init; }

    public required string Title { get; init; }

    public string? PosterPath { get; init; }

    public string? BackdropPath { get; init; }

    /// <summary><c>yyyy-MM-dd</c> or <c>yyyy</c>.</summary>
    public string? ReleaseDate { get; init; }

    /// <summary>0 to 10.</summary>
    public double? VoteAverage { get; init; }

    public double? Popularity { get; init; }

    public IReadOnlyList<int> GenreIds { get; init; } = [];

    public string? Overview { get; init; }

    /// <summary>When it was first added, UTC, to the millisecond.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    public MediaListPosition Position => new(AddedAt, Key);
}
