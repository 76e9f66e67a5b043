using System.Globalization;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Tests;

/// <summary>Random catalogues and users with missing facts, absurd numbers, duplicates and unknown genres.</summary>
internal static class RandomCatalogue
{
    private static readonly int[] s_genres = [.. Genres.All, 1, -4, int.MaxValue];
    private static readonly string?[] s_languages = ["en", "en", "en", "ja", "fr", "xx", "", null, null];
    private static readonly string[] s_words = ["violence", "nudity", "heist", "oscar winner", "space", "🎬", "", "slow burn"];
    private static readonly string[] s_said =
        ["film-noir", "dark", "1980s", "classic", "anime", "kids", "highlyRated", "cult classic", "no such word", "", "🎬", "heist", "95",
            "\uD800"];

    public static Catalogue Make(Random random, int count) =>
        Catalogue.Build([.. Enumerable.Range(0, count).Select(_ => Title(random, count))], "random");

    public static UserTaste User(Random random, Catalogue catalogue) => new()
    {
        Preferences = random.Next(4) == 0 ? TastePreferences.None : Preferences(random, catalogue),
        Signals =
        [
            .. Enumerable.Range(0, random.Next(12)).Select(_ =>
                new TasteSignal(Key(random, catalogue), (SignalKind)random.Next(2), Some.Now.AddDays(random.Next(-4_000, 100)))),
        ],
        Dismissed = Keys(random, catalogue),
    };

    public static RecommendationQuery Query(Random random, Catalogue catalogue) => new()
    {
        Kind = random.Next(3) switch { 0 => MediaKind.Movie, 1 => MediaKind.Tv, _ => null },
        Limit = random.Next(8) == 0 ? random.Next(-5, 100) : random.Next(1, 20),
        Excluded = Keys(random, catalogue),
        Seed = random.Next(),
        SimilarTo = random.Next(5) == 0 ? Key(random, catalogue) : null,
        Now = Some.Now,
    };

    private static Title Title(Random random, int count) => new()
    {
        Key = new TitleKey((MediaKind)random.Next(2), random.Next(1, count)),
        Name = random.Next(30) == 0 ? "" : Name(random, 60),
        OriginalName = random.Next(5) == 0 ? Name(random, 60) : null,
        ReleaseDate = random.Next(8) == 0
            ? random.Next(2) == 0
            ? "soon"
            : null
            : random.Next(1880, 2040).ToString(CultureInfo.InvariantCulture),
        GenreIds = [.. Enumerable.Range(0, random.Next(20) == 0 ? 32 : random.Next(5)).Select(_ => s_genres[random.Next(s_genres.Length)])],
        Cast = [.. Enumerable.Range(0, random.Next(9)).Select(_ => Name(random, 25))],
        Directors = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Name(random, 12))],
        Keywords = [.. Enumerable.Range(0, random.Next(4)).Select(_ => s_words[random.Next(s_words.Length)])],
        Countries = random.Next(2) == 0 ? ["US"] : ["", "JP"],
        OriginalLanguage = s_languages[random.Next(s_languages.Length)],
        Certification = random.Next(6) == 0 ? "R" : null,
        RuntimeMinutes = random.Next(3) == 0 ? random.Next(-10, 100_000) : random.Next(10, 200),
        VoteAverage = random.Next(6) switch { 0 => double.NaN, 1 => null, 2 => 1e308, _ => random.NextDouble() * 10 },
        VoteCount = random.Next(4) switch { 0 => null, 1 => -3, 2 => int.MaxValue, _ => random.Next(2_000) },
        Popularity = random.Next(
            12) switch
        { 0 => double.NaN, 1 => double.MaxValue, 2 => -5, 3 => double.PositiveInfinity, _ => random.NextDouble() * 100 },
    };

    private static TastePreferences Preferences(Random random, Catalogue catalogue) => new()
    {
        FavouriteGenres = [.. Enumerable.Range(0, random.Next(4)).Select(_ => s_genres[random.Next(s_genres.Length)])],
        GenreRatings = Enumerable.Range(0, random.Next(5)).Select(_ => s_genres[random.Next(s_genres.Length)]).Distinct()
            .ToDictionary(genre => genre, _ => random.Next(9) == 0 ? double.NaN : random.Next(-3, 14)),
        Keywords = Said(random),
        Subgenres = Said(random),
        Eras = Said(random),
        CriticalAcclaim = Said(random),
        MinRating = random.Next(4) == 0 ? random.NextDouble() * 8 : null,
        MaxRating = random.Next(5) == 0 ? 5 + (random.NextDouble() * 5) : random.Next(9) == 0 ? double.NaN : null,
        ReleaseYearStart = random.Next(4) == 0 ? random.Next(1900, 2020) : null,
        ReleaseYearEnd = random.Next(4) == 0 ? random.Next(1950, 2040) : null,
        Languages = random.Next(3) == 0 ? ["Japanese", "fr", "Klingon"] : [],
        DealBreakers = random.Next(2) == 0 ? DealBreakers.None : (DealBreakers)random.Next(32),
        Runtime = random.Next(2) == 0 ? null : (RuntimePreference)random.Next(3),
        InternationalContent = new[] { null, "englishPreferred", "veryOpen", "🎬" }[random.Next(4)],
        Discovery = (Discovery)random.Next(16),
        Actors = [Name(random, 25), ""],
        Directors = [Name(random, 12)],
        FavouriteContent = random.Next(3) == 0 && catalogue.Count > 0 ? [catalogue[random.Next(catalogue.Count)].Name, "no such film"] : [],
    };

    private static string[] Said(Random random) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => s_said[random.Next(s_said.Length)])];

    private static HashSet<TitleKey> Keys(Random random, Catalogue catalogue) =>
        [.. Enumerable.Range(0, random.Next(6)).Select(_ => Key(random, catalogue))];

    private static TitleKey Key(Random random, Catalogue catalogue) =>
        catalogue.Count == 0 || random.Next(10) == 0
            ? new TitleKey((MediaKind)random.Next(2), random.Next(1, 5_000))
            : catalogue[random.Next(catalogue.Count)].Key;

    private static string Name(Random random, int different) => $"Name {(char)('A' + random.Next(5))}{random.Next(different)}";
}
