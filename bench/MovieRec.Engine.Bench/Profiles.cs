using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Search;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Bench;

/// <summary>Recommendations for six example users: the lists of <c>docs/recommender.md</c>.</summary>
internal static class Profiles
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    public static void Print(List<Title> titles, CollaborativeModel? model)
    {
        var catalogue = Catalogue.Build(titles, "embedded");
        var recommender = new Recommender(catalogue, model);
        foreach (var (who, taste, kind) in All(catalogue))
        {
            var list = recommender.Recommend(taste, new RecommendationQuery { Limit = 10, Kind = kind, Now = s_now, Seed = 1 });
            Console.WriteLine($"\n### {who}\n\n| | title | score | reason |\n|---|---|---|---|");
            for (var place = 0; place < list.Items.Count; place++)
            {
                var (title, item) = (catalogue[list.Items[place].Row], list.Items[place]);
                var series = title.Key.Kind == MediaKind.Tv ? ", series" : "";
                Console.WriteLine($"| {place + 1} | {title.Name} ({title.Year}{series}) | {item.Score:0} | {item.Reason} |");
            }
        }
    }

    /// <summary>Prints, per query (separated by semicolons), the titles found and those similar to the best match.</summary>
    public static void Find(List<Title> titles, string queries)
    {
        var catalogue = Catalogue.Build(titles, "embedded");
        var index = SearchIndex.Build(catalogue);
        var recommender = new Recommender(catalogue);
        foreach (var query in queries.Split(';'))
        {
            var found = index.Search(query, null, 0, 6, CancellationToken.None);
            Console.WriteLine($"{query} ({found.Total}): {Names(catalogue, found.Rows)}");
            if (found.Rows.Count == 0)
                continue;
            var question = new RecommendationQuery { SimilarTo = catalogue[found.Rows[0]].Key, Limit = 8, Now = s_now };
            Console.WriteLine(
                $"    like the first: "
                + $"{Names(catalogue, [.. recommender.Recommend(UserTaste.Unknown, question).Items.Select(item => item.Row)])}");
        }
    }

    private static string Names(Catalogue catalogue, IReadOnlyList<int> rows) =>
        string.Join("; ", rows.Select(row => $"{catalogue[row].Name} ({catalogue[row].Year})"));

    private static IEnumerable<(string Who, UserTaste Taste, MediaKind? Kind)> All(Catalogue catalogue)
    {
        yield return ("A science-fiction lover (six favourites, follows Denis Villeneuve)", new UserTaste
        {
            Preferences = new TastePreferences
            {
                GenreRatings = new Dictionary<int, double> { [878] = 10, [10749] = 3 },
                Directors = ["Denis Villeneuve"],
            },
            Signals =
                Liked(catalogue, MediaKind.Movie, "Alien", "Blade Runner", "The Matrix", "2001: A Space Odyssey", "Interstellar",
                    "The Terminator"),
        }, null);
        yield return ("A family with small children (preferences alone)", new UserTaste
        {
            Preferences = new TastePreferences
            {
                FavouriteGenres = [10751, 16, 12],
                Moods = ["family-friendly", "funny"],
                DealBreakers = DealBreakers.Violence | DealBreakers.SexualContent | DealBreakers.Profanity | DealBreakers.Subtitles,
                FavouriteContent = ["Toy Story", "Finding Nemo"],
            },
        }, MediaKind.Movie);
        yield return ("A horror fan (five favourites)", new UserTaste
        {
            Preferences = new TastePreferences { GenreRatings = new Dictionary<int, double> { [27] = 10, [10749] = 2 } },
            Signals = Liked(catalogue, MediaKind.Movie, "The Shining", "Halloween", "The Exorcist", "Get Out", "The Thing"),
        }, null);
        yield return ("A film-noir fan (four favourites and the word)", new UserTaste
        {
            Preferences = new TastePreferences { Subgenres = ["film-noir"], Moods = ["dark"] },
            Signals = Liked(catalogue, MediaKind.Movie, "Chinatown", "L.A. Confidential", "The Long Goodbye", "Blood Simple"),
        }, MediaKind.Movie);
        yield return ("An anime series watcher (three favourites)", new UserTaste
        {
            Preferences = new TastePreferences { Subgenres = ["anime"], Languages = ["Japanese"] },
            Signals = Liked(catalogue, MediaKind.Tv, "Cowboy Bebop", "Fullmetal Alchemist: Brotherhood", "Death Note"),
        }, MediaKind.Tv);
        yield return ("A newcomer", UserTaste.Unknown, null);
    }

    private static TasteSignal[] Liked(Catalogue catalogue, MediaKind kind, params string[] names) =>
    [
        .. names.Select(
            name => catalogue.ByPopularity.Where(row => catalogue[row].Name == name && catalogue[row].Key.Kind == kind)
                .MinBy(row => catalogue[row].Year ?? 0))
            .Select(row => new TasteSignal(catalogue[row].Key, SignalKind.Favourite, s_now.AddDays(-30))),
    ];
}
