namespace MovieRec.Engine.Recommending;

/// <summary>Stated preferences: the parsed preferences document.</summary>
/// <remarks>
/// Everything may be missing; words that the recommender does not know are ignored. Texts are compared without regard to case, accents and
/// punctuation.
/// </remarks>
public sealed record TastePreferences
{
    /// <summary>No preferences at all.</summary>
    public static TastePreferences None { get; } = new();

    /// <summary>Genre numbers (<see cref="Titles.Genres"/>) the user likes.</summary>
    public IReadOnlyCollection<int> FavouriteGenres { get; init; } = [];

    /// <summary>Genre number to 1 (cannot stand it) .. 10 (loves it); 5.5 is neutral, below pushes away.</summary>
    public IReadOnlyDictionary<int, double> GenreRatings { get; init; } = new Dictionary<int, double>();

    /// <summary>Words of the user's own.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Minimum average vote, 0 to 10; titles without votes pass.</summary>
    public double? MinRating { get; init; }

    /// <summary>Maximum average vote, 0 to 10; titles without votes pass.</summary>
    public double? MaxRating { get; init; }

    /// <summary>First year of release; titles without a year pass.</summary>
    public int? ReleaseYearStart { get; init; }

    /// <summary>Last year of release; titles without a year pass.</summary>
    public int? ReleaseYearEnd { get; init; }

    /// <summary>For instance <c>film-noir</c>, <c>superhero</c>, <c>anime</c>.</summary>
    public IReadOnlyList<string> Subgenres { get; init; } = [];

    /// <summary>For instance <c>dark</c>, <c>uplifting</c>, <c>funny</c>.</summary>
    public IReadOnlyList<string> Moods { get; init; } = [];

    /// <summary>For instance <c>1980s</c>, <c>classic</c>, <c>modern</c>.</summary>
    public IReadOnlyList<string> Eras { get; init; } = [];

    /// <summary>English names or ISO 639-1 codes of languages.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>For instance <c>highlyRated</c>, <c>awardWinning</c>.</summary>
    public IReadOnlyList<string> CriticalAcclaim { get; init; } = [];

    /// <summary>For instance <c>stylized</c>, <c>animated</c>.</summary>
    public IReadOnlyList<string> Aesthetics { get; init; } = [];

    /// <summary>For instance <c>heist</c>, <c>whodunit</c>.</summary>
    public IReadOnlyList<string> StoryStructures { get; init; } = [];

    /// <summary>For instance <c>superheroes</c>, <c>detectives</c>.</summary>
    public IReadOnlyList<string> Characters { get; init; } = [];

    /// <summary>Titles that must not be recommended, as far as their facts are known.</summary>
    public DealBreakers DealBreakers { get; init; }

    /// <summary>Preferred length, or none.</summary>
    public RuntimePreference? Runtime { get; init; }

    /// <summary><c>englishOnly</c>, <c>englishPreferred</c> or <c>veryOpen</c>; any other word is ignored.</summary>
    public string? InternationalContent { get; init; }

    /// <summary>Ways in which the user likes to discover titles.</summary>
    public Discovery Discovery { get; init; }

    /// <summary>Names of actors the user follows.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Names of directors the user follows.</summary>
    public IReadOnlyList<string> Directors { get; init; } = [];

    /// <summary>Titles the user named; one the catalogue has under exactly that title counts as a favourite.</summary>
    public IReadOnlyList<string> FavouriteContent { get; init; } = [];
}
