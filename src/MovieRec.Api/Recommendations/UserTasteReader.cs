using System.Text.Json;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Recommendations;

/// <summary>Conversion of a preferences document to the recommender's preferences; invalid fields have no effect.</summary>
public static class UserTasteReader
{
    /// <summary>Reads a document; null means a user who saved none.</summary>
    public static UserTaste Read(JsonElement? document, IReadOnlyList<TasteSignal> signals) =>
        document is not { ValueKind: JsonValueKind.Object } stated
            ? new UserTaste { Signals = signals }
            : new UserTaste { Preferences = Preferences(stated), Signals = signals, Dismissed = Dismissed(stated) };

    internal static TastePreferences Preferences(JsonElement document) => new()
    {
        FavouriteGenres =
            [.. Array.ConvertAll(Texts(document, "favoriteGenres"), text => Genres.TryParse(text, out var genre) ? genre : 0)
                .Where(genre => genre > 0)],
        GenreRatings = GenreRatings(document),
        Keywords = Texts(document, "keywords"),
        MinRating = Number(document, "minRating"),
        MaxRating = Number(document, "maxRating"),
        ReleaseYearStart = (int?)Number(document, "releaseYearStart"),
        ReleaseYearEnd = (int?)Number(document, "releaseYearEnd"),
        Subgenres = Texts(document, "subgenrePreferences"),
        Moods = Texts(document, "moodPreferences"),
        Eras = Texts(document, "eraPreferences"),
        Languages = Texts(document, "languagePreferences"),
        CriticalAcclaim = Texts(document, "criticalAcclaimPreferences"),
        Aesthetics = Texts(document, "aestheticPreferences"),
        StoryStructures = Texts(document, "storyStructurePreferences"),
        Characters = Texts(document, "characterPreferences"),
        DealBreakers = Texts(document, "dealBreakers").Aggregate(DealBreakers.None, (all, text) => all | text switch
        {
            "violence" => DealBreakers.Violence,
            "sexualContent" => DealBreakers.SexualContent,
            "profanity" => DealBreakers.Profanity,
            "slowPace" => DealBreakers.SlowPace,
            "subtitles" => DealBreakers.Subtitles,
            _ => DealBreakers.None,
        }),
        Runtime = Text(document, "runtimePreference") switch
        {
            "short" => RuntimePreference.Shorter,
            "medium" => RuntimePreference.Medium,
            "long" => RuntimePreference.Longer,
            _ => null,
        },
        InternationalContent = Text(document, "internationalContentPreference"),
        Discovery = Texts(document, "contentDiscoveryPreference").Aggregate(Discovery.None, (all, text) => all | text switch
        {
            "trending" => Discovery.Trending,
            "hiddenGems" => Discovery.HiddenGems,
            "awardWinning" => Discovery.AwardWinning,
            _ => Discovery.None,
        }),
        Actors = People(document, "actors"),
        Directors = People(document, "directors"),
        FavouriteContent = (Text(document, "favoriteContent") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    internal static HashSet<TitleKey> Dismissed(JsonElement document) =>
        [.. Array.ConvertAll(Texts(document, "notInterested"), text => TitleKey.TryParse(text, out var key) ? key : default)
            .Where(key => key.Id > 0)];

    private static string[] People(JsonElement document, string role) =>
        document.TryGetProperty("favoritePeople", out var people) && people.ValueKind == JsonValueKind.Object ? Texts(people, role) : [];

    private static Dictionary<int, double> GenreRatings(JsonElement document)
    {
        var ratings = new Dictionary<int, double>();
        if (!document.TryGetProperty("genreRatings", out var given) || given.ValueKind != JsonValueKind.Object)
            return ratings;
        foreach (var rating in given.EnumerateObject())
        {
            if (Genres.TryParse(rating.Name, out var genre) && rating.Value.ValueKind == JsonValueKind.Number
                && rating.Value.TryGetDouble(out var stars))
            {
                ratings[genre] = stars;
            }
        }

        return ratings;
    }

    private static string[] Texts(JsonElement document, string name) =>
        document.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String).ToList()
                .ConvertAll(entry => entry.GetString()!)]
            : [];

    private static string? Text(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? number
            : null;
}
