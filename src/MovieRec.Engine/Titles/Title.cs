namespace MovieRec.Engine.Titles;

/// <summary>Facts of one film or series; unknown ones are null or empty, and nothing is guessed.</summary>
public sealed record Title
{
    /// <summary>Directors that count per title: the first ones.</summary>
    public const int MostDirectors = 4;

    /// <summary>Kind and number.</summary>
    public required TitleKey Key { get; init; }

    /// <summary>Title for display, never empty.</summary>
    public required string Name { get; init; }

    /// <summary>The title in its original language, where it differs.</summary>
    public string? OriginalName { get; init; }

    /// <summary>First release, <c>yyyy-MM-dd</c>, or <c>yyyy</c> where only the year is known.</summary>
    public string? ReleaseDate { get; init; }

    /// <summary>TMDB's genre ids; films and series have lists of their own that share some numbers.</summary>
    public IReadOnlyList<int> GenreIds { get; init; } = [];

    /// <summary>Names of the cast, most important first where the source knows an order.</summary>
    public IReadOnlyList<string> Cast { get; init; } = [];

    /// <summary>Names of the directors.</summary>
    public IReadOnlyList<string> Directors { get; init; } = [];

    /// <summary>Keywords, lower case.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 codes of the producing countries.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>ISO 639-1 code of the original language.</summary>
    public string? OriginalLanguage { get; init; }

    /// <summary>Age certification as its country writes it (<c>PG-13</c>, <c>TV-MA</c>, <c>18</c>).</summary>
    public string? Certification { get; init; }

    /// <summary>Minutes; of an episode for a series.</summary>
    public int? RuntimeMinutes { get; init; }

    /// <summary>Average vote, 0 to 10.</summary>
    public double? VoteAverage { get; init; }

    /// <summary>Number of votes behind <see cref="VoteAverage"/>; null where the source gives none.</summary>
    public int? VoteCount { get; init; }

    /// <summary>Popularity as the source gives it, 0 or more; only comparable within one catalogue.</summary>
    public double Popularity { get; init; }

    /// <summary>Plot in a few sentences.</summary>
    public string? Overview { get; init; }

    /// <summary>TMDB's path of the poster, beginning with a slash.</summary>
    public string? PosterPath { get; init; }

    /// <summary>TMDB's path of the wide picture, beginning with a slash.</summary>
    public string? BackdropPath { get; init; }

    /// <summary>IMDb's id, <c>tt0133093</c>; null where unknown.</summary>
    public string? ImdbId { get; init; }

    /// <summary>Wikidata's id, <c>Q83495</c>; null where unknown.</summary>
    public string? WikidataId { get; init; }

    /// <summary>The year of <see cref="ReleaseDate"/>, null where unknown.</summary>
    public int? Year => ReleaseDate is { Length: >= 4 } date && int.TryParse(date.AsSpan(0, 4), out var year) ? year : null;
}
