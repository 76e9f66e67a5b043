namespace MovieRec.Engine.Titles;

/// <summary>Facts of one film or series; unknown facts are null or empty, never guessed.</summary>
public sealed record Title
{
    /// <summary>Maximum number of directors per title that count, in the order of the list.</summary>
    public const int MostDirectors = 4;

    /// <summary>Key of the title: kind and number.</summary>
    public required TitleKey Key { get; init; }

    /// <summary>Title for display, never empty.</summary>
    public required string Name { get; init; }

    /// <summary>Title in the original language; null if it is the same or unknown.</summary>
    public string? OriginalName { get; init; }

    /// <summary>Date of first release as <c>yyyy-MM-dd</c>, or <c>yyyy</c> if only the year is known.</summary>
    public string? ReleaseDate { get; init; }

    /// <summary>TMDB's genre numbers; films and series have separate lists that share some numbers.</summary>
    public IReadOnlyList<int> GenreIds { get; init; } = [];

    /// <summary>Names of the cast, most important first if the source has an order.</summary>
    public IReadOnlyList<string> Cast { get; init; } = [];

    /// <summary>Names of the directors.</summary>
    public IReadOnlyList<string> Directors { get; init; } = [];

    /// <summary>Keywords in lower case.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 codes of the producing countries.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>ISO 639-1 code of the original language.</summary>
    public string? OriginalLanguage { get; init; }

    /// <summary>Age certification in the notation of its country, such as <c>PG-13</c>, <c>TV-MA</c> or <c>18</c>.</summary>
    public string? Certification { get; init; }

    /// <summary>Runtime in minutes; for a series, of one episode.</summary>
    public int? RuntimeMinutes { get; init; }

    /// <summary>Average vote, 0 to 10.</summary>
    public double? VoteAverage { get; init; }

    /// <summary>Number of votes behind <see cref="VoteAverage"/>; null if the source does not give it.</summary>
    public int? VoteCount { get; init; }

    /// <summary>Popularity at the source, 0 or more; comparable only within one catalogue.</summary>
    public double Popularity { get; init; }

    /// <summary>Plot in a few sentences.</summary>
    public string? Overview { get; init; }

    /// <summary>TMDB's path of the poster, beginning with a slash.</summary>
    public string? PosterPath { get; init; }

    /// <summary>TMDB's path of the wide picture, beginning with a slash.</summary>
    public string? BackdropPath { get; init; }

    /// <summary>IMDb's id, such as <c>tt0133093</c>; null if unknown.</summary>
    public string? ImdbId { get; init; }

    /// <summary>Wikidata's id, such as <c>Q83495</c>; null if unknown.</summary>
    public string? WikidataId { get; init; }

    /// <summary>TMDB's id of a title that comes with the program; null if unknown, and for TMDB's own titles.</summary>
    public long? TmdbId { get; init; }

    /// <summary>Year of <see cref="ReleaseDate"/>; null if unknown.</summary>
    public int? Year => ReleaseDate is { Length: >= 4 } date && int.TryParse(date.AsSpan(0, 4), out var year) ? year : null;
}
