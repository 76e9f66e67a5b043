using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Search;

public sealed class SearchPeopleTests
{
    private static readonly Engine.Catalogues.Catalogue s_films = Catalogue(
        Film(1, "Top Gun") with { Cast = ["Tom Cruise", "Val Kilmer"], Popularity = 60 },
        Film(2, "Two Strangers") with { Cast = ["Tom Hanks", "Penélope Cruise"], Popularity = 99 },
        Film(3, "Heat") with { Cast = ["Al Pacino", "Robert De Niro"], Popularity = 70 },
        Film(4, "Jack Reacher") with { Cast = ["Tom Cruise"], Popularity = 80 },
        Film(5, "Home Video") with { Cast = ["Tom Cruise Mapother"], Popularity = 99 },
        Film(6, "Star Trek") with { Directors = ["J. J. Abrams"], Popularity = 50 },
        Film(7, "Star Wars: The Force Awakens") with { Directors = ["J.J. Abrams"], Popularity = 90 },
        Film(8, "Thanks for Sharing") with { Cast = ["Mark Ruffalo"], Popularity = 99 },
        Film(9, "Tom Hawks") with { Popularity = 99 },
        Film(10, "Purple Rain") with { Cast = ["Prince"], Popularity = 10 },
        Film(11, "The Princess") with { Popularity = 99 });

    [Fact]
    public void Search_WordsOfTwoPeople_DoNotMatchAsOnePerson() => Find(s_films, "tom cruise").ShouldNotContain("Two Strangers");

    [Fact]
    public void Search_WholeName_ComesBeforeMoreOfANameAndByPopularity() =>
        Find(s_films, "tom cruise").ShouldBe(["Jack Reacher", "Top Gun", "Home Video"]);

    [Fact]
    public void Search_NameTheOtherWayRound_IsTheWholeName() => Find(s_films, "Cruise, Tom")[0].ShouldBe("Jack Reacher");

    [Theory]
    [InlineData("heat pacino", "Heat")]
    [InlineData("al pacino heat", "Heat")]
    [InlineData("gun cruis", "Top Gun")]
    [InlineData("star wars abrams", "Star Wars: The Force Awakens")]
    [InlineData("reacher tmo cruise", null)]
    [InlineData("reacher crusie", "Jack Reacher")]
    [InlineData("heat tom", null)]
    [InlineData("strangers penelope hanks", null)]
    public void Search_WordsOfTitleAndOnePerson_FindTheTitle(string query, string? name) =>
        Find(s_films, query).ShouldBe(name is null ? [] : [name]);

    [Fact]
    public void Search_ExactName_ComesBeforeATitleThatIsNearlySo() => Find(s_films, "tom hanks").ShouldBe(["Two Strangers", "Tom Hawks"]);

    [Fact]
    public void Search_PartOfAName_ComesBehindATitleWithATypo() =>
        Find(s_films, "hanks").ShouldBe(["Thanks for Sharing", "Tom Hawks", "Two Strangers"]);

    [Fact]
    public void Search_NameOfOneWord_ComesBehindTitlesWithTheWord() => Find(s_films, "prince").ShouldBe(["The Princess", "Purple Rain"]);

    [Theory]
    [InlineData("jj abrams")]
    [InlineData("j j abrams")]
    [InlineData("J.J. Abrams")]
    public void Search_Initials_FindEveryWayToWriteThem(string query) =>
        Find(s_films, query).ShouldBe(["Star Wars: The Force Awakens", "Star Trek"], ignoreOrder: true);

    [Fact]
    public void Search_DirectorWhoAlsoPlays_FindsTheTitleOnce() =>
        Find(Catalogue(Film(1, "Heat") with { Cast = ["Al Pacino", "Al Pacino"], Directors = ["Al Pacino"] }), "al pacino")
            .ShouldBe(["Heat"]);

    [Fact]
    public void Search_SamePersonWrittenInTwoWays_IsOne() =>
        Find(Catalogue(Film(1, "One") with { Cast = ["Renée Zellweger"] }, Film(2, "Two") with { Cast = ["Renee ZELLWEGER"] }),
            "renée zellweger").Length.ShouldBe(2);

    [Fact]
    public void Search_NamesThatAreNoWords_AreNoPeople() =>
        Find(Catalogue(Film(1, "One") with { Cast = ["", "!!!", "🎬", new('x', 5_000)] }), "xxxxx").ShouldBe(["One"]);
}
