using MovieRec.Engine.Recommending;

namespace MovieRec.Api.Preferences;

/// <summary>Vocabulary of the preferences document: names of the known fields and the words of the closed choices.</summary>
/// <remarks>The rules that check a document and the reader that understands it both use it.</remarks>
public static class PreferencesSchema
{
    public const string FavouriteGenres = "favoriteGenres";
    public const string GenreRatings = "genreRatings";
    public const string FavouritePeople = "favoritePeople";
    public const string Actors = "actors";
    public const string Directors = "directors";
    public const string FavouriteContent = "favoriteContent";
    public const string Keywords = "keywords";
    public const string Subgenres = "subgenrePreferences";
    public const string Moods = "moodPreferences";
    public const string Eras = "eraPreferences";
    public const string Languages = "languagePreferences";
    public const string CriticalAcclaim = "criticalAcclaimPreferences";
    public const string Aesthetics = "aestheticPreferences";
    public const string StoryStructures = "storyStructurePreferences";
    public const string Characters = "characterPreferences";
    public const string DealBreakers = "dealBreakers";
    public const string Discovery = "contentDiscoveryPreference";
    public const string Runtime = "runtimePreference";
    public const string InternationalContent = "internationalContentPreference";
    public const string MinRating = "minRating";
    public const string MaxRating = "maxRating";
    public const string FirstYear = "releaseYearStart";
    public const string LastYear = "releaseYearEnd";
    public const string NotInterested = "notInterested";
    public const string QuestionnaireCompleted = "questionnaireCompleted";

    /// <summary>Fields that are lists of any words.</summary>
    internal static readonly string[] WordLists =
        [FavouriteGenres, Keywords, Subgenres, Moods, Eras, Languages, CriticalAcclaim, Aesthetics, StoryStructures, Characters];

    internal static readonly (string Word, DealBreakers Value)[] DealBreakerWords =
    [
        ("violence", Engine.Recommending.DealBreakers.Violence), ("sexualContent", Engine.Recommending.DealBreakers.SexualContent),
        ("profanity", Engine.Recommending.DealBreakers.Profanity), ("slowPace", Engine.Recommending.DealBreakers.SlowPace),
        ("subtitles", Engine.Recommending.DealBreakers.Subtitles),
    ];

    internal static readonly (string Word, RuntimePreference Value)[] RuntimeWords =
        [("short", RuntimePreference.Shorter), ("medium", RuntimePreference.Medium), ("long", RuntimePreference.Longer)];

    internal static readonly (string Word, Discovery Value)[] DiscoveryWords =
    [
        ("trending", Engine.Recommending.Discovery.Trending), ("hiddenGems", Engine.Recommending.Discovery.HiddenGems),
        ("awardWinning", Engine.Recommending.Discovery.AwardWinning),
    ];
}
