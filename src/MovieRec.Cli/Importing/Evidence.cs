using MovieRec.Api.MediaLists;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>Combined content of all rows about one title.</summary>
internal sealed class Evidence(TitleKey key, Title? facts)
{
    private ImportedRow? _liked;
    private ImportedRow? _rated;
    private ImportedRow? _watched;
    private ImportedRow? _wanted;

    public TitleKey Key { get; } = key;

    public string Name => facts?.Name ?? Any.Name;

    /// <summary>The row that represents the title in the report.</summary>
    public ImportedRow Any => _liked ?? _rated ?? _watched ?? _wanted ?? throw new InvalidOperationException("No row has been taken up.");

    public bool IsWanted => _wanted is not null;

    public bool IsSeen => _liked is not null || _rated is not null || _watched is not null;

    public DateTimeOffset? WantedAt => _wanted?.At;

    public DateTimeOffset? SeenAt => Newest(_liked, Newest(_rated, _watched))?.At;

    /// <summary>Returns true if the title was marked as liked, or if its newest rating is at least <paramref name="from"/> of 10.</summary>
    public bool IsLiked(double from) => _liked is not null || IsRatedWell(from);

    /// <summary>Returns the time of the newest such mark or rating; null if it is unknown.</summary>
    public DateTimeOffset? LikedAt(double from) => Newest(_liked, IsRatedWell(from) ? _rated : null)?.At;

    public void Add(ImportedRow row)
    {
        if (row.Meaning == RowMeaning.Liked)
            _liked = Newest(_liked, row);
        else if (row.Meaning == RowMeaning.Wanted)
            _wanted = Newest(_wanted, row);
        else if (row.Rating is not null)
            _rated = Newest(_rated, row);
        else
            _watched = Newest(_watched, row);
    }

    /// <summary>Creates the list entry from the catalogue's facts, or from the row if the catalogue lacks the title.</summary>
    public MediaListEntry Entry(DateTimeOffset addedAt) => facts is null
        ? new MediaListEntry
        {
            Key = Key,
            Title = Any.Name,
            ReleaseDate = Any.Year?.ToString("0000", System.Globalization.CultureInfo.InvariantCulture),
            AddedAt = addedAt,
        }
        : new MediaListEntry
        {
            Key = Key,
            Title = facts.Name,
            PosterPath = facts.PosterPath,
            BackdropPath = facts.BackdropPath,
            ReleaseDate = facts.ReleaseDate,
            VoteAverage = facts.VoteAverage,
            Popularity = facts.Popularity,
            GenreIds = facts.GenreIds,
            Overview = facts.Overview,
            AddedAt = addedAt,
        };

    private bool IsRatedWell(double from) => _rated?.Rating >= from;

    // Of two rows without dates the one read later wins.
    private static ImportedRow? Newest(ImportedRow? one, ImportedRow? other) =>
        one is null
            ? other
            : other is null
            ? one
            : (other.At ?? DateTimeOffset.MinValue) >= (one.At ?? DateTimeOffset.MinValue)
            ? other
            : one;
}
