using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Search;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Tests;

/// <summary>Short helpers to create catalogues, users and queries.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static Title Film(long id, string name, params int[] genres) => new()
    {
        Key = new TitleKey(MediaKind.Movie, id),
        Name = name,
        GenreIds = genres,
        ReleaseDate = "2000",
        Popularity = 50,
    };

    public static Title Series(long id, string name, params int[] genres) =>
        Film(id, name, genres) with { Key = new TitleKey(MediaKind.Tv, id) };

    public static Catalogue Catalogue(params Title[] titles) => Engine.Catalogues.Catalogue.Build(titles, "test");

    public static UserTaste Likes(params Title[] titles) => new()
    {
        Signals = [.. titles.Select(title => new TasteSignal(title.Key, SignalKind.Favourite, Now.AddDays(-1)))],
    };

    public static UserTaste Says(TastePreferences preferences) => new() { Preferences = preferences };

    public static RecommendationQuery Ask(int limit = 10, MediaKind? kind = null, int seed = 0) =>
        new() { Limit = limit, Kind = kind, Seed = seed, Now = Now };

    public static RecommendationList Recommend(Catalogue catalogue, UserTaste taste, RecommendationQuery? query = null) =>
        new Recommender(catalogue).Recommend(taste, query ?? Ask());

    public static Dictionary<string, Recommendation> ByName(Catalogue catalogue, UserTaste taste, RecommendationQuery? query = null) =>
        Recommend(catalogue, taste, query ?? Ask(limit: 50)).Items.ToDictionary(item => catalogue[item.Row].Name);

    public static string[] Names(Catalogue catalogue, RecommendationList list) => [.. list.Items.Select(item => catalogue[item.Row].Name)];

    public static string[] Find(Catalogue catalogue, string query, MediaKind? kind = null) =>
        [.. SearchIndex.Build(catalogue).Search(query, kind, 0, 50, CancellationToken.None).Rows.Select(row => catalogue[row].Name)];
}
