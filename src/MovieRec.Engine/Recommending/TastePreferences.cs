namespace MovieRec.Engine.Recommending;

/// <summary>Stated preferences: the parsed preferences document.</summary>
/// <remarks>
/// Every property may be missing; words that the recommender does not know are ignored. Texts are compared without case, accents and
/// punctuation.
/// </remarks>
public sealed record TastePreferences
{
    /// <summary>Empty preferences.</summary>
    public static TastePreferences None { get; } = new();

    /// <summary>Genre numbers (<see cref="Titles.Genres"/>) the user likes.</summary>
    public IReadOnlyCollection<int> FavouriteGenres { get; init; } = [];

    /// <summary>Ratings by genre number, from 1 (dislikes it) to 10 (loves it); below 5.5 counts against a title.</summary>
    public IReadOnlyDictionary<int, double> GenreRatings { get; init; } = new Dictionary<int, double>();

    /// <summary>Words that the user entered.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Minimum average vote, 0 to 10; titles without votes pass.</summary>
    public double? MinRating { get; init; }

    /// <summary>Maximum average vote, 0 to 10; titles without votes pass.</summary>
    public double? MaxRating { get; init; }

    /// <summary>First year of release; titles without a year pass.</summary>
    public int? ReleaseYearStart { get; init; }

    /// <summary>Last year of release; titles without a year pass.</summary>
    public int? ReleaseYearEnd { get; init; }

    /// <summary>Subgenres, such as <c>film-noir</c>, <c>superhero</c>, <c>anime</c>.</summary>
    public IReadOnlyList<string> Subgenres { get; init; } = [];

    /// <summary>Moods, such as <c>dark</c>, <c>uplifting</c>, <c>funny</c>.</summary>
    public IReadOnlyList<string> Moods { get; init; } = [];

    /// <summary>Eras, such as <c>1980s</c>, <c>classic</c>, <c>modern</c>.</summary>
    public IReadOnlyList<string> Eras { get; init; } = [];

    /// <summary>English names or ISO 639-1 codes of languages.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Kinds of acclaim, such as <c>highlyRated</c>, <c>awardWinning</c>.</summary>
    public IReadOnlyList<string> CriticalAcclaim { get; init; } = [];

    /// <summary>Visual styles, such as <c>stylized</c>, <c>animated</c>.</summary>
    public IReadOnlyList<string> Aesthetics { get; init; } = [];

    /// <summary>Kinds of story, such as <c>heist</c>, <c>whodunit</c>.</summary>
    public IReadOnlyList<string> StoryStructures { get; init; } = [];

    /// <summary>Kinds of characters, such as <c>superheroes</c>, <c>detectives</c>.</summary>
    public IReadOnlyList<string> Characters { get; init; } = [];

    /// <summary>Kinds of content that exclude a title, as far as its facts are known.</summary>
    public DealBreakers DealBreakers { get; init; }

    /// <summary>Preferred length; null for none.</summary>
    public RuntimePreference? Runtime { get; init; }

    /// <summary><c>englishOnly</c>, <c>englishPreferred</c> or <c>veryOpen</c>; any other word is ignored.</summary>
    public string? InternationalContent { get; init; }

    /// <summary>Ways in which the user likes to discover titles.</summary>
    public Discovery Discovery { get; init; }

    /// <summary>Names of actors the user follows.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Names of directors the user follows.</summary>
    public IReadOnlyList<string> Directors { get; init; } = [];

    /// <summary>Names of titles the user likes; a title of the catalogue with the same name counts as a favourite.</summary>
    public IReadOnlyList<string> FavouriteContent { get; init; } = [];
}
