using System.Text.Json;
using MovieRec.Api.Preferences;
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
            [.. Array.ConvertAll(
                Texts(document, PreferencesSchema.FavouriteGenres), text => Genres.TryParse(text, out var genre) ? genre : 0)
                .Where(genre => genre > 0)],
        GenreRatings = GenreRatings(document),
        Keywords = Texts(document, PreferencesSchema.Keywords),
        MinRating = Number(document, PreferencesSchema.MinRating),
        MaxRating = Number(document, PreferencesSchema.MaxRating),
        ReleaseYearStart = (int?)Number(document, PreferencesSchema.FirstYear),
        ReleaseYearEnd = (int?)Number(document, PreferencesSchema.LastYear),
        Subgenres = Texts(document, PreferencesSchema.Subgenres),
        Moods = Texts(document, PreferencesSchema.Moods),
        Eras = Texts(document, PreferencesSchema.Eras),
        Languages = Texts(document, PreferencesSchema.Languages),
        CriticalAcclaim = Texts(document, PreferencesSchema.CriticalAcclaim),
        Aesthetics = Texts(document, PreferencesSchema.Aesthetics),
        StoryStructures = Texts(document, PreferencesSchema.StoryStructures),
        Characters = Texts(document, PreferencesSchema.Characters),
        DealBreakers = Flags(document, PreferencesSchema.DealBreakers, PreferencesSchema.DealBreakerWords)
            .Aggregate(DealBreakers.None, (all, one) => all | one),
        Runtime = Find(PreferencesSchema.RuntimeWords, Text(document, PreferencesSchema.Runtime)),
        InternationalContent = Text(document, PreferencesSchema.InternationalContent),
        Discovery = Flags(document, PreferencesSchema.Discovery, PreferencesSchema.DiscoveryWords)
            .Aggregate(Discovery.None, (all, one) => all | one),
        Actors = People(document, PreferencesSchema.Actors),
        Directors = People(document, PreferencesSchema.Directors),
        FavouriteContent = (Text(document, PreferencesSchema.FavouriteContent) ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    internal static HashSet<TitleKey> Dismissed(JsonElement document) =>
        [.. Array.ConvertAll(Texts(document, PreferencesSchema.NotInterested), text => TitleKey.TryParse(text, out var key) ? key : default)
            .Where(key => key.Id > 0)];

    private static string[] People(JsonElement document, string role) =>
        document.TryGetProperty(PreferencesSchema.FavouritePeople, out var people) && people.ValueKind == JsonValueKind.Object
            ? Texts(people, role)
            : [];

    private static Dictionary<int, double> GenreRatings(JsonElement document)
    {
        var ratings = new Dictionary<int, double>();
        if (!document.TryGetProperty(PreferencesSchema.GenreRatings, out var given) || given.ValueKind != JsonValueKind.Object)
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

    private static T? Find<T>((string Word, T Value)[] words, string? text)
        where T : struct => Array.Find(words, word => word.Word == text) is { Word: not null } known ? known.Value : null;

    private static List<T> Flags<T>(JsonElement document, string name, (string Word, T Value)[] words)
        where T : struct
    {
        var flags = new List<T>();
        foreach (var text in Texts(document, name))
        {
            if (Find(words, text) is { } flag)
                flags.Add(flag);
        }

        return flags;
    }

    private static string? Text(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? number
            : null;
}
