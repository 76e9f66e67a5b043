using System.Diagnostics.CodeAnalysis;
using MovieRec.Engine.Search;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Search;

public sealed class SearchIndexTests
{
    private static readonly Engine.Catalogues.Catalogue s_films = Catalogue(
        Film(1, "Spider-Man") with { Popularity = 80, Directors = ["Sam Raimi"] },
        Film(2, "Amélie") with { OriginalName = "Le Fabuleux Destin d'Amélie Poulain", Cast = ["Audrey Tautou"] },
        Film(3, "Alien") with { Popularity = 90, Cast = ["Sigourney Weaver"], Directors = ["Ridley Scott"] },
        Film(4, "Aliens") with { Popularity = 99, Cast = ["Sigourney Weaver"] },
        Film(5, "My Stepmother Is an Alien") with { Popularity = 95 },
        Film(6, "The Matrix") with { Popularity = 70, Cast = ["Keanu Reeves"] },
        Film(7, "Matrix of Evil") with { Popularity = 99 },
        Film(8, "Seven") with { Popularity = 60 },
        Film(9, "2001: A Space Odyssey"),
        Film(10, "Fast & Furious"),
        Film(11, "Cloverfield") with { Cast = ["Allen Smith"], Popularity = 1 },
        Series(12, "Alien Nation") with { Popularity = 20 },
        Film(13, "It") with { Popularity = 30 },
        Film(14, "The Italian Job") with { Popularity = 99 });

    [Theory]
    [InlineData("spider-man")]
    [InlineData("SPIDERMAN")]
    [InlineData("spider man")]
    [InlineData("spidermna")]
    [InlineData("spidre man")]
    [InlineData("spiderma")]
    public void Search_SpiderMan_IsFoundHoweverItIsWritten(string query) => Find(s_films, query)[0].ShouldBe("Spider-Man");

    [Theory]
    [InlineData("amelie", "Amélie")]
    [InlineData("destin poulain", "Amélie")]
    [InlineData("AUDREY T", "Amélie")]
    [InlineData("fast and furious", "Fast & Furious")]
    [InlineData("2001", "2001: A Space Odyssey")]
    [InlineData("space odyssey 2001", "2001: A Space Odyssey")]
    [InlineData("se7en", "Seven")]
    [InlineData("matrix", "The Matrix")]
    [InlineData("the matrix", "The Matrix")]
    [InlineData("matirx", "The Matrix")]
    [InlineData("reeves matrix", "The Matrix")]
    [InlineData("it", "It")]
    [InlineData("cloverfeild", "Cloverfield")]
    [InlineData("scott alien", "Alien")]
    public void Search_Query_FindsFirst(string query, string name) => Find(s_films, query).ShouldContain(name);

    [Fact]
    public void Search_SeveralMatches_ComeExactThenBeginningThenWordThenTypoThenPerson() =>
        Find(s_films, "alien").ShouldBe(["Alien", "Alien Nation", "Aliens", "My Stepmother Is an Alien"]);

    [Fact]
    public void Search_TitleWithoutItsArticle_ComesBeforeTitlesThatBeginSo() =>
        Find(s_films, "matrix").ShouldBe(["The Matrix", "Matrix of Evil"]);

    [Fact]
    public void Search_PersonOfSeveralTitles_ComesByPopularity() => Find(s_films, "sigourney weaver").ShouldBe(["Aliens", "Alien"]);

    [Fact]
    public void Search_WordsOfDifferentTitles_FindNothing() => Find(s_films, "alien matrix").ShouldBeEmpty();

    [Fact]
    public void Search_WholeTitleWithError_ComesBeforeTitlesWithSuchAWord()
    {
        var catalogue = Catalogue(
            Film(1, "Star Wars: The Last Jedi") with { Popularity = 99 }, Film(2, "Star Wars") with { Popularity = 90 },
            Film(3, "The Magnificent Seven") with { Popularity = 99 }, Film(4, "Seven") with { Popularity = 10 });
        Find(catalogue, "star wras")[0].ShouldBe("Star Wars");
        Find(catalogue, "se7en")[0].ShouldBe("Seven");
    }

    [Fact]
    public void Search_Initials_AreFoundAsAWord() => Find(Catalogue(Film(1, "M*A*S*H"), Film(2, "Mask")), "mash").ShouldBe(["M*A*S*H"]);

    [Theory]
    [InlineData("aatrix")]
    [InlineData("amtrix")]
    [InlineData("atrix")]
    [InlineData("xmatrix")]
    [InlineData("maxtrix")]
    [InlineData("martix")]
    [InlineData("matrox")]
    [InlineData("matrxi")]
    [InlineData("matriz")]
    [InlineData("matrixs")]
    public void Search_OneErrorAnywhere_FindsTheTitle(string query) => Find(s_films, query)[0].ShouldBe("The Matrix");

    [Fact]
    public void Search_FourLettersWithError_FindNothing() => Find(Catalogue(Film(1, "Heat"), Film(2, "Heath")), "haet").ShouldBeEmpty();

    [Fact]
    public void Search_ShortWordWithError_FindsNothing() => Find(s_films, "xt").ShouldBeEmpty();

    [Fact]
    public void Search_TwoErrors_FindNothing() => Find(s_films, "matrxxi").ShouldBeEmpty();

    [Fact]
    public void Search_Kind_KeepsTheOtherOut() => Find(s_films, "alien", MediaKind.Tv).ShouldBe(["Alien Nation"]);

    [Fact]
    public void Search_Pages_AreTheWholeInOrderAndTellTheTotal()
    {
        var index = SearchIndex.Build(s_films);
        var whole = index.Search("a", null, 0, 50, CancellationToken.None);
        var paged = Enumerable.Range(0, 10).SelectMany(page => index.Search("a", null, page * 3, 3, CancellationToken.None).Rows);
        paged.ShouldBe(whole.Rows);
        whole.Total.ShouldBe(whole.Rows.Count);
        index.Search("a", null, 1_000, 3, CancellationToken.None).ShouldSatisfyAllConditions(
            page => page.Rows.ShouldBeEmpty(), page => page.Total.ShouldBe(whole.Total));
        index.Search("a", null, -5, -5, CancellationToken.None).Rows.ShouldBeEmpty();
    }

    [Fact]
    [SuppressMessage("Globalization", "CA1303", Justification = "Odd queries, not messages")]
    public void Search_AnyText_NeverThrows()
    {
        var index = SearchIndex.Build(s_films);
        string?[] odd =
            [null, "", " ", "🎬", "\uD800", "\uDC00x", "\0\0", "---", "&", "&&&&&", new('a', 65_536), new('ß', 65_536), new('&', 65_536),
                "a b c d e f g h i j k l m n o p"];
        foreach (var query in odd)
            index.Search(query!, null, 0, 10, CancellationToken.None).Rows.Count.ShouldBeLessThanOrEqualTo(10);
        var random = new Random(11);
        for (var i = 0; i < 3_000; i++)
        {
            var query =
                new string(
                    [.. Enumerable.Range(0, random.Next(30))
                        .Select(_ => random.Next(3) == 0 ? (char)random.Next(65_536) : "alien matrix"[random.Next(12)])]);
            index.Search(query, null, 0, 10, CancellationToken.None).Total.ShouldBeLessThanOrEqualTo(s_films.Count);
        }
    }

    [Fact]
    public void Search_EveryTitleByItsName_ComesFirstOrBehindItsNamesakes()
    {
        var catalogue = RandomCatalogue.Make(new Random(4), 400);
        var index = SearchIndex.Build(catalogue);
        for (var row = 0; row < catalogue.Count; row++)
        {
            if (catalogue[row].Name.Length == 0)
                continue;
            var first = index.Search(catalogue[row].Name, null, 0, 1, CancellationToken.None).Rows.ShouldHaveSingleItem();
            new[] { catalogue[first].Name, catalogue[first].OriginalName }.ShouldContain(catalogue[row].Name);
        }
    }

    [Fact]
    public void Search_EverythingAsOnePage_IsInTheOrderOfItsPages()
    {
        var catalogue = RandomCatalogue.Make(new Random(9), 300);
        var index = SearchIndex.Build(catalogue);
        var whole = index.Search("n", null, 0, catalogue.Count, CancellationToken.None);
        whole.Rows.Count.ShouldBe(whole.Total);
        whole.Rows.ShouldBeUnique();
        Enumerable.Range(0, 50).SelectMany(page => index.Search("n", null, page * 7, 7, CancellationToken.None).Rows).ShouldBe(whole.Rows);
        index.Search("n", null, int.MaxValue, int.MaxValue, CancellationToken.None).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_ManyAtOnce_EachFindsItsOwn()
    {
        var index = SearchIndex.Build(s_films);
        string[] queries = ["alien", "spider man", "matirx", "a", "sigourney weaver", "zzzzz"];
        var alone = Array.ConvertAll(queries, query => index.Search(query, null, 0, 50, CancellationToken.None).Rows);
        await Parallel.ForAsync(0, 600, TestContext.Current.CancellationToken, (i, cancellationToken) =>
        {
            index.Search(queries[i % queries.Length], null, 0, 50, cancellationToken).Rows.ShouldBe(alone[i % queries.Length]);
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Search_AQuery_AllocatesNothingThatGrowsWithTheCatalogue()
    {
        var index = SearchIndex.Build(RandomCatalogue.Make(new Random(2), 20_000));
        index.Search("name a1", null, 0, 20, CancellationToken.None).Total.ShouldBeGreaterThan(1_000);
        // A collection may empty the pool of rented arrays between two searches, so the least of several counts.
        var least = Enumerable.Range(0, 50).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            index.Search("name a1", null, 0, 20, CancellationToken.None);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        least.ShouldBeLessThan(16_384);
    }

    [Fact]
    public void Search_EmptyCatalogue_FindsNothing() =>
        SearchIndex.Build(Catalogue()).Search("alien", null, 0, 10, CancellationToken.None).Total.ShouldBe(0);

    [Fact]
    public void Search_Cancelled_Stops() => Should.Throw<OperationCanceledException>(() =>
        SearchIndex.Build(s_films).Search("alien", null, 0, 10, new CancellationToken(canceled: true)));
}
