using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Recommending;

public sealed class CandidateFilterTests
{
    public static TheoryData<string, DealBreakers> Broken => new()
    {
        { "Horror", DealBreakers.Violence }, { "War", DealBreakers.Violence }, { "War & Politics", DealBreakers.Violence },
        { "Action crime", DealBreakers.Violence }, { "Gory", DealBreakers.Violence },
        { "Rated R", DealBreakers.SexualContent }, { "Rated R", DealBreakers.Profanity }, { "TV-MA", DealBreakers.Profanity },
        { "Erotic", DealBreakers.SexualContent },
        { "Very long", DealBreakers.SlowPace }, { "Slow", DealBreakers.SlowPace },
        { "Japanese", DealBreakers.Subtitles },
    };

    private static readonly Engine.Catalogues.Catalogue s_titles = Catalogue(
        Film(1, "Horror", 27), Film(2, "War", 10752), Series(3, "War & Politics", 10768), Film(4, "Action crime", 28, 80),
        Film(5, "Gory", 35) with { Keywords = ["Gore"] }, Film(6, "Rated R", 35) with { Certification = "R" },
        Series(7, "TV-MA", 35) with { Certification = "TV-MA" },
        Film(8, "Erotic", 18) with { Keywords = ["erotic thriller"] }, Film(9, "Very long", 18) with { RuntimeMinutes = 180 },
        Film(10, "Slow", 18) with { Keywords = ["slow burn"] }, Film(11, "Japanese", 16) with { OriginalLanguage = "ja" },
        Film(12, "Action", 28) with { Certification = "PG-13", RuntimeMinutes = 100, OriginalLanguage = "en" }, Film(13, "Nothing known"),
        Film(14, "Old", 18) with { ReleaseDate = "1950" }, Film(15, "Poor", 18) with { VoteAverage = 4.1 },
        Film(16, "Good", 18) with { VoteAverage = 7.1 });

    [Theory]
    [MemberData(nameof(Broken))]
    public void DealBreaker_TitleKnownToBreakIt_NeverComes(string name, DealBreakers breaker)
    {
        Names(s_titles, Recommend(s_titles, UserTaste.Unknown, Ask(50))).ShouldContain(name);
        var names = Names(s_titles, Recommend(s_titles, Says(new() { DealBreakers = breaker }), Ask(50)));
        names.ShouldNotContain(name);
        names.ShouldContain("Nothing known");
        names.ShouldContain("Action");
    }

    [Fact]
    public void Subtitles_LanguageTheUserNamed_Passes() =>
        Names(s_titles, Recommend(s_titles, Says(new() { DealBreakers = DealBreakers.Subtitles, Languages = ["japanese"] }), Ask(50)))
            .ShouldContain("Japanese");

    [Fact]
    public void RatingBounds_KnownVoteOutside_NeverComesAndUnknownPasses()
    {
        var names = Names(s_titles, Recommend(s_titles, Says(new() { MinRating = 7.1, MaxRating = 9 }), Ask(50)));
        names.ShouldContain("Good");
        names.ShouldContain("Nothing known");
        names.ShouldNotContain("Poor");
        Names(s_titles, Recommend(s_titles, Says(new() { MaxRating = 7 }), Ask(50))).ShouldNotContain("Good");
    }

    [Fact]
    public void YearBounds_YearOutside_NeverComes()
    {
        Names(s_titles, Recommend(s_titles, Says(new() { ReleaseYearStart = 1960 }), Ask(50))).ShouldNotContain("Old");
        Names(s_titles, Recommend(s_titles, Says(new() { ReleaseYearEnd = 1960 }), Ask(50))).ShouldBe(["Old"]);
    }

    [Fact]
    public void Kind_Asked_IsTheOnlyOneThatComes()
    {
        Recommend(s_titles, UserTaste.Unknown, Ask(50, MediaKind.Tv)).Items.ShouldAllBe(item => item.Key.Kind == MediaKind.Tv);
        Recommend(s_titles, UserTaste.Unknown, Ask(50, MediaKind.Movie)).CandidateCount.ShouldBe(14);
    }

    [Fact]
    public void ListedExcludedAndDismissed_Titles_NeverCome()
    {
        var taste = new UserTaste
        {
            Signals = [new(s_titles[0].Key, SignalKind.Favourite, Now), new(s_titles[1].Key, SignalKind.Watchlist, Now)],
            Dismissed = new HashSet<TitleKey> { s_titles[2].Key },
        };
        var list = Recommend(s_titles, taste, Ask(50) with { Excluded = new HashSet<TitleKey> { s_titles[3].Key } });
        list.Items.Select(item => item.Row).ShouldBe(Enumerable.Range(4, 12), ignoreOrder: true);
        list.CandidateCount.ShouldBe(12);
    }
}
