using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Recommending;

public sealed class LikenessTests
{
    private static readonly Title s_alien = Film(1, "Alien", 878, 27) with { Directors = ["Ridley Scott"], Cast = ["Sigourney Weaver"] };
    private static readonly Title s_runner = Film(2, "Blade Runner", 878) with { Directors = ["Ridley Scott"], Cast = ["Harrison Ford"] };
    private static readonly Title s_aliens = Film(3, "Aliens", 878, 28) with { Directors = ["James Cameron"], Cast = ["Sigourney Weaver"] };
    private static readonly Title s_love = Film(4, "Love Story", 10749, 18) with { Directors = ["Arthur Hiller"] };
    private static readonly Title s_space = Series(5, "Space Tales", 10765);
    private static readonly Title s_farm = Series(6, "Farm Tales", 35);
    private static readonly Engine.Catalogues.Catalogue s_titles =
        Catalogue([s_alien, s_runner, s_aliens, s_love, s_space, s_farm, .. Filler()]);

    [Fact]
    public void Recommend_LikedTitle_RaisesItsNeighboursAboveStrangers()
    {
        var items = ByName(s_titles, Likes(s_alien));
        items["Blade Runner"].Score.ShouldBeGreaterThan(items["Aliens"].Score);
        items["Aliens"].Score.ShouldBeGreaterThan(items["Love Story"].Score);
    }

    [Fact]
    public void Recommend_OneMoreLike_RaisesItsNeighbours()
    {
        var before = ByName(s_titles, Likes(s_love));
        var after = ByName(s_titles, Likes(s_love, s_alien));
        after["Blade Runner"].Score.ShouldBeGreaterThan(before["Blade Runner"].Score + 5);
    }

    [Fact]
    public void Recommend_LikedFilm_ReachesSeriesOfTheBridgedGenre()
    {
        var items = ByName(s_titles, Likes(s_alien), Ask(limit: 50, MediaKind.Tv));
        items["Space Tales"].Score.ShouldBeGreaterThan(items["Farm Tales"].Score);
        items["Space Tales"].Reason.ShouldBe("Because you liked Alien: sci-fi & fantasy, from the 2000s");
    }

    [Fact]
    public void Recommend_Favourite_WeighsMoreThanWatchlist()
    {
        var taste = new UserTaste { Signals = [new(s_alien.Key, SignalKind.Watchlist, Now), new(s_love.Key, SignalKind.Favourite, Now)] };
        var opposite =
            new UserTaste { Signals = [new(s_alien.Key, SignalKind.Favourite, Now), new(s_love.Key, SignalKind.Watchlist, Now)] };
        ByName(s_titles, opposite)["Blade Runner"].Score.ShouldBeGreaterThan(ByName(s_titles, taste)["Blade Runner"].Score);
    }

    [Fact]
    public void Recommend_RecentSignal_WeighsMoreThanOldOne()
    {
        UserTaste Aged(double alienDays, double loveDays) => new()
        {
            Signals =
                [new(s_alien.Key, SignalKind.Favourite, Now.AddDays(-alienDays)),
                    new(s_love.Key, SignalKind.Favourite, Now.AddDays(-loveDays))],
        };
        ByName(s_titles, Aged(1, 2_000))["Blade Runner"].Score.ShouldBeGreaterThan(ByName(s_titles, Aged(2_000, 1))["Blade Runner"].Score);
    }

    [Fact]
    public void Recommend_GenreRatedLow_IsPushedAway()
    {
        var neutral = ByName(s_titles, Likes(s_alien));
        var averse =
            ByName(s_titles, Likes(s_alien) with { Preferences = new() { GenreRatings = new Dictionary<int, double> { [28] = 1 } } });
        averse["Aliens"].Score.ShouldBeLessThan(neutral["Aliens"].Score);
        averse["Aliens"].Contributions.ShouldContain(
            part => part.Kind == ReasonKind.Genre && part.Points < 0 && part.Text == "You rate action low");
    }

    [Fact]
    public void Recommend_TitleWithFewFacts_DoesNotWinByThem()
    {
        var poor = Film(50, "Poor", 878, 27);
        var rich =
            Film(51, "Rich", 878, 27) with { Directors = ["Ridley Scott"], Cast = ["Other Actor", "Another One"], Countries = ["FR"] };
        var items = ByName(Catalogue([s_alien, poor, rich, .. Filler()]), Likes(s_alien));
        items["Rich"].Score.ShouldBeGreaterThan(items["Poor"].Score);
    }

    [Fact]
    public void Recommend_NamedTitle_ActsAsFavouriteAndDoesNotComeBack()
    {
        var list = Recommend(s_titles, Says(new() { FavouriteContent = ["ALIEN!", "unheard of"] }), Ask(limit: 50));
        Names(s_titles, list).ShouldNotContain("Alien");
        list.Items.Single(item => s_titles[item.Row].Name == "Blade Runner").Reason.ShouldStartWith(
            "Because you liked Alien: science fiction, directed by Ridley Scott");
    }

    [Fact]
    public void SimilarTo_Title_GivesNeighboursAndNeverItself()
    {
        var list = Recommend(s_titles, UserTaste.Unknown, Ask(limit: 50) with { SimilarTo = s_alien.Key });
        Names(s_titles, list)[0].ShouldBe("Blade Runner");
        Names(s_titles, list).ShouldNotContain("Alien");
        list.Items[0].Reason.ShouldBe("Like Alien: science fiction, directed by Ridley Scott, from the 2000s");
    }

    [Fact]
    public void SimilarTo_TitleOfTheSameName_GetsItsPoints()
    {
        var titles = Catalogue([s_alien, Film(60, "Alien: Covenant", 878), Film(61, "Covenant", 878), .. Filler()]);
        var items = ByName(titles, UserTaste.Unknown, Ask(limit: 50) with { SimilarTo = s_alien.Key });
        items["Alien: Covenant"].Score.ShouldBeGreaterThan(items["Covenant"].Score + 9.9);
        items["Alien: Covenant"].Contributions.ShouldContain(
            part => part.Kind == ReasonKind.SimilarTitle && part.Text == "Shares its name with Alien");
    }

    [Fact]
    public void SimilarTo_UnknownTitle_GivesNothing() =>
        Recommend(s_titles, Likes(s_alien), Ask() with { SimilarTo = new TitleKey(MediaKind.Movie, 999) }).Items.ShouldBeEmpty();

    [Fact]
    public void SimilarTo_Title_StillKeepsTheRules()
    {
        var taste = Likes(s_runner) with { Preferences = new() { DealBreakers = DealBreakers.Violence } };
        var list = Recommend(s_titles, taste, Ask(limit: 50, MediaKind.Movie) with { SimilarTo = s_aliens.Key });
        Names(s_titles, list).ShouldNotContain("Alien");
        Names(s_titles, list).ShouldNotContain("Blade Runner");
        Names(s_titles, list).ShouldNotContain("Space Tales");
    }

    // Titles of other genres, so that genres and people are as rare as in a real catalogue.
    private static Title[] Filler() =>
        [.. Enumerable.Range(100, 30)
            .Select(i => Film(i, $"Filler {(char)('A' + (i % 26))}{i}", 18, 35) with { Directors = [$"Director {i}"] })];
}
