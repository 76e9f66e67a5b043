using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Recommending;

public sealed class ReasonTests
{
    private static readonly Title s_alien = Film(1, "Alien", 878, 27) with { Directors = ["Ridley Scott"], Cast = ["Sigourney Weaver"] };
    private static readonly Title s_runner = Film(2, "Blade Runner", 878) with { Directors = ["Ridley Scott"] };
    private static readonly Title s_martian = Film(3, "The Martian", 878) with { Directors = ["Ridley Scott"], ReleaseDate = "2015" };
    private static readonly Engine.Catalogues.Catalogue s_titles =
        Catalogue([s_alien, s_runner, s_martian, .. Enumerable.Range(10, 30).Select(i => Film(i, $"Other {i}", 18, 35))]);

    [Fact]
    public void Reason_TwoLikedTitles_NamesBothAndWhatIsShared() =>
        ByName(s_titles, Likes(s_alien, s_runner))["The Martian"].Reason.ShouldBeOneOf(
            "Because you liked Blade Runner and Alien: directed by Ridley Scott, science fiction",
            "Because you liked Blade Runner and Alien: science fiction, directed by Ridley Scott");

    [Fact]
    public void Reason_WatchlistTitle_SaysSo() =>
        ByName(s_titles, new UserTaste { Signals = [new(s_runner.Key, SignalKind.Watchlist, Now)] })["The Martian"].Reason
            .ShouldStartWith("Because Blade Runner is on your watchlist: ");

    [Fact]
    public void Reason_FollowedPersonBesides_IsAdded() =>
        ByName(s_titles, Likes(s_runner) with { Preferences = new() { Directors = ["Ridley Scott"] } })["The Martian"].Reason
            .ShouldEndWith("; directed by Ridley Scott, whom you follow");

    [Theory]
    [InlineData(9, "You rate science fiction highly")]
    [InlineData(7, "You rate science fiction above average")]
    public void Reason_RatedGenre_SaysHow(double rating, string reason) =>
        ByName(s_titles, Says(new() { GenreRatings = new Dictionary<int, double> { [878] = rating } }))["The Martian"].Reason.ShouldBe(
            reason);

    [Fact]
    public void Reason_TickedGenre_SaysSo() =>
        ByName(s_titles, Says(new() { FavouriteGenres = [878] }))["The Martian"].Reason.ShouldBe("You like science fiction");

    [Fact]
    public void Newcomer_List_IsNotPersonalisedAndTrue()
    {
        var titles = Catalogue(
            Film(1, "Known", 18) with { Popularity = 100 }, Film(2, "Middling", 18) with { Popularity = 50 },
            Series(3, "Praised", 18) with { Popularity = 0, VoteAverage = 9, VoteCount = 500 },
            Series(4, "Average", 35) with { VoteAverage = 5, VoteCount = 500 });
        var list = Recommend(titles, UserTaste.Unknown);
        list.Personalised.ShouldBeFalse();
        var items = list.Items.ToDictionary(item => titles[item.Row].Name);
        items["Known"].Reason.ShouldBe("One of the most popular films of the catalogue");
        items["Praised"].Reason.ShouldBe("Rated 9.0 of 10 by viewers");
    }

    [Fact]
    public void Personalised_AnyUsableFact_IsTrue()
    {
        Recommend(s_titles, Likes(s_alien)).Personalised.ShouldBeTrue();
        Recommend(s_titles, Says(new() { Runtime = RuntimePreference.Longer })).Personalised.ShouldBeTrue();
        Recommend(s_titles, Likes(Film(999, "Gone"))).Personalised.ShouldBeFalse();
        Recommend(s_titles, Says(new() { MinRating = 5 })).Personalised.ShouldBeFalse();
    }

    [Fact]
    public void Contributions_ManyFavourites_StayFewAndSumUp()
    {
        var liked = Enumerable.Range(100, 40).Select(i => Film(i, $"Liked {i}", 878, 28)).ToArray();
        var titles = Catalogue([s_martian, .. liked]);
        var item = Recommend(titles, Likes(liked)).Items.ShouldHaveSingleItem();
        item.Contributions.Count.ShouldBeLessThanOrEqualTo(8);
        item.Contributions.Count(part => part.Kind == ReasonKind.LikedTitle).ShouldBe(3);
        item.Contributions.ShouldContain(
            part => part.Kind == ReasonKind.Other && part.Text.Contains("other titles on your lists", StringComparison.Ordinal));
    }
}
