using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Recommending;

public sealed class BoostsTests
{
    [Theory]
    [InlineData("1980s", true)]
    [InlineData("80s", true)]
    [InlineData("1984", true)]
    [InlineData("retro", true)]
    [InlineData("1990s", false)]
    [InlineData("modern", false)]
    public void Era_YearInside_IsWorthSeven(string era, bool inside)
    {
        var item = Only(Film(1, "Brazil", 878) with { ReleaseDate = "1984" }, new() { Eras = [era] });
        Points(item, ReasonKind.Era).ShouldBe(inside ? 7 : 0);
    }

    [Theory]
    [InlineData("ja", "veryOpen", 3)]
    [InlineData("ja", "englishPreferred", -12)]
    [InlineData("ja", "unknown", 0)]
    [InlineData("en", "englishPreferred", 0)]
    [InlineData(null, "englishPreferred", 0)]
    [InlineData("fr", "englishPreferred", 6)]
    public void Language_Openness_MovesForeignTitles(string? language, string openness, double points)
    {
        var item =
            Only(Film(1, "Film", 18) with { OriginalLanguage = language, Popularity = 100 },
                new() { InternationalContent = openness, Languages = ["French"] });
        Points(item, ReasonKind.Language).ShouldBe(points);
    }

    [Theory]
    [InlineData(MediaKind.Movie, 95, RuntimePreference.Shorter, 4)]
    [InlineData(MediaKind.Movie, 95, RuntimePreference.Longer, -4)]
    [InlineData(MediaKind.Movie, 115, RuntimePreference.Longer, 0)]
    [InlineData(MediaKind.Movie, 150, RuntimePreference.Longer, 4)]
    [InlineData(MediaKind.Movie, null, RuntimePreference.Longer, 0)]
    [InlineData(MediaKind.Tv, 45, RuntimePreference.Medium, 4)]
    [InlineData(MediaKind.Tv, 22, RuntimePreference.Shorter, 4)]
    public void Runtime_Wish_IsMeasuredByTheKind(MediaKind kind, int? minutes, RuntimePreference wish, double points)
    {
        var title = Film(1, "Title", 18) with { Key = new TitleKey(kind, 1), RuntimeMinutes = minutes };
        Points(Only(title, new() { Runtime = wish }), ReasonKind.Runtime).ShouldBe(points);
    }

    [Fact]
    public void People_Followed_AreWorthTheirPointsAndNamed()
    {
        var title = Film(1, "Arrival", 878) with { Directors = ["Denis Villeneuve"], Cast = ["Amy Adams"] };
        var item = Only(title, new() { Directors = ["denis villeneuve", "Amy Adams"], Actors = ["AMY ADAMS"] });
        item.Contributions.Where(part => part.Kind == ReasonKind.Person).Select(part => (part.Text, part.Points)).ShouldBe(
            [("Directed by Denis Villeneuve, whom you follow", 14), ("With Amy Adams, whom you follow", 9)]);
        item.Reason.ShouldBe("Directed by Denis Villeneuve, whom you follow");
    }

    [Fact]
    public void Discovery_EachWay_FindsWhatItIsFor()
    {
        var titles = Catalogue(
            Film(1, "New hit", 18) with { ReleaseDate = "2026", Popularity = 90 },
            Film(2, "Old hit", 18) with { Popularity = 95 },
            Film(3, "Gem", 18) with { Popularity = 1, VoteAverage = 9, VoteCount = 900 },
            Film(4, "Flop", 18) with { Popularity = 2, VoteAverage = 3, VoteCount = 900 },
            Film(5, "Winner", 18) with { Keywords = ["Oscar winner"] });
        Moved(titles, Discovery.Trending).ShouldBe(["New hit"]);
        Moved(titles, Discovery.HiddenGems).ShouldBe(["Gem"]);
        Moved(titles, Discovery.AwardWinning).ShouldBe(["Winner"]);
        Moved(titles, Discovery.WellRated).ShouldBe(["Gem"]);
    }

    [Fact]
    public void Words_Unknown_ChangeNothing()
    {
        var titles = Catalogue(Film(1, "One", 18), Film(2, "Two", 27));
        var list =
            Recommend(titles, Says(new() { Moods = ["no such mood"], Eras = ["", "99999"], Subgenres = ["🎬"], Languages = ["Klingon"] }));
        list.Personalised.ShouldBeFalse();
    }

    [Fact]
    public void Words_Known_RaiseWhatTheyStandFor()
    {
        var titles =
            Catalogue(Film(1, "Chinatown", 80, 9648), Film(2, "Airplane!", 35), Film(3, "Heist", 28) with { Keywords = ["bank robbery"] });
        var noir = ByName(titles, Says(new() { Subgenres = ["filmNoir"] }));
        noir["Chinatown"].Score.ShouldBeGreaterThan(noir["Airplane!"].Score);
        noir["Chinatown"].Reason.ShouldBe("Fits your taste for “film noir”");
        ByName(titles, Says(new() { Keywords = ["Bank Robbery"] }))["Heist"].Reason.ShouldBe("Fits your taste for “Bank Robbery”");
    }

    /// <summary>Guards against a bug: reasons repeated identifiers of the page's code.</summary>
    [Theory]
    [InlineData("familyFriendly", "family friendly")]
    [InlineData("based_on_novel", "based on novel")]
    [InlineData("time-travel", "time-travel")]
    [InlineData("80s", "80s")]
    [InlineData("Bank Robbery", "Bank Robbery")]
    [InlineData("McCarthy era", "McCarthy era")]
    public void Words_InAReason_AreNoCodeWords(string word, string text)
    {
        var titles = Catalogue(Film(1, "One", 10751) with { Keywords = [word] }, Film(2, "Two", 27));
        ByName(titles, Says(new() { Keywords = [word] }))["One"].Reason.ShouldBe($"Fits your taste for “{text}”");
    }

    [Fact]
    public void Genre_WithoutAName_IsNoNumberInAReason()
    {
        var titles = Catalogue(Film(1, "One", 424242), Film(2, "Two", 27));
        ByName(titles, Says(new() { FavouriteGenres = [424242] }))["One"].Reason.ShouldBe("You like its genre");
    }

    private static string[] Moved(Engine.Catalogues.Catalogue titles, Discovery way) =>
    [
        .. Recommend(titles, Says(new() { Discovery = way })).Items
            .Where(item => item.Contributions.Any(part => part.Kind == ReasonKind.Discovery && part.Points > 0))
                .Select(item => titles[item.Row].Name),
    ];

    private static Recommendation Only(Title title, TastePreferences preferences) =>
        Recommend(Catalogue(title), Says(preferences)).Items.ShouldHaveSingleItem();

    private static double Points(Recommendation item, ReasonKind kind) =>
        item.Contributions.Where(part => part.Kind == kind).Sum(part => part.Points);
}
