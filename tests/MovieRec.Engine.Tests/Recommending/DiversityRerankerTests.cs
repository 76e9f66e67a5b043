using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Recommending;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Recommending;

public sealed class DiversityRerankerTests
{
    [Theory]
    [InlineData("Scream", "Scream 2")]
    [InlineData("Star Trek", "Star Trek: Generations")]
    [InlineData("Star Trek", "Star Trek Into Darkness")]
    [InlineData("Harry Potter and the Goblet of Fire", "Harry Potter and the Order of the Phoenix")]
    [InlineData("The Godfather", "The Godfather Part II")]
    [InlineData("Halloween", "Halloween")]
    public void Franchise_SameSeries_IsRecognised(string one, string other)
    {
        var numbers = Franchise.Find([Film(1, one), Film(2, other), Film(3, "Chinatown")]);
        numbers[0].ShouldBe(numbers[1]);
        numbers[2].ShouldNotBe(numbers[0]);
    }

    [Theory]
    [InlineData("It", "It Follows")]
    [InlineData("Alien", "Chinatown")]
    [InlineData("", "Chinatown")]
    public void Franchise_OtherTitles_AreKeptApart(string one, string other)
    {
        var numbers = Franchise.Find([Film(1, one), Film(2, other)]);
        numbers[0].ShouldNotBe(numbers[1]);
    }

    [Fact]
    public void Recommend_FranchiseAndDirector_DoNotFloodTheList()
    {
        var liked = Film(1, "Scream", 27) with { Directors = ["Wes Craven"] };
        var titles = Catalogue(
        [
            liked,
            .. Enumerable.Range(2, 8).Select(i => Film(i, $"Scream {i}", 27) with { Directors = ["Wes Craven"], Popularity = 99 }),
            .. Enumerable.Range(20, 8)
                .Select(i => Film(i, $"Fear of {(char)('A' + i)}", 27) with { Directors = ["Wes Craven"], Popularity = 90 }),
            .. Enumerable.Range(40, 20)
                .Select(i => Film(i, $"Night {(char)('A' + (i % 26))}x", 27) with { Directors = [$"Director {i}"], Popularity = 50 }),
        ]);
        var list = Recommend(titles, Likes(liked), Ask(limit: 10));
        list.Items.Count(item => titles[item.Row].Name.StartsWith("Scream", StringComparison.Ordinal)).ShouldBe(1);
        list.Items.Count(item => titles[item.Row].Directors[0] == "Wes Craven").ShouldBeInRange(1, 2);
        list.Items.Count.ShouldBe(10);
    }

    [Fact]
    public void Recommend_NothingElseLeft_FillsTheListAllTheSame()
    {
        var titles = Catalogue([.. Enumerable.Range(1, 8).Select(i => Film(i, $"Scream {i}", 27) with { Directors = ["Wes Craven"] })]);
        Recommend(titles, UserTaste.Unknown, Ask(limit: 8)).Items.Count.ShouldBe(8);
    }

    [Fact]
    public void Recommend_Seeds_RepeatThemselvesAndDiffer()
    {
        var titles = RandomCatalogue.Make(new Random(8), 400);
        var lists = Enumerable.Range(0, 12).Select(seed => Names(titles, Recommend(titles, UserTaste.Unknown, Ask(seed: seed)))).ToList();
        Names(titles, Recommend(titles, UserTaste.Unknown, Ask(seed: 3))).ShouldBe(lists[3]);
        lists.Select(list => string.Join('|', list)).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Recommend_CatalogueInOtherOrder_GivesTheSameList()
    {
        var random = new Random(9);
        var titles = Enumerable.Range(1, 200).Select(i => Film(i, $"Film {i}", 18, 35 + (i % 3)) with { Popularity = random.NextDouble() })
            .ToArray();
        var (one, other) = (Catalogue(titles), Catalogue([.. titles.Reverse()]));
        Recommend(one, Likes(titles[5])).Items.Select(item => item.Key)
            .ShouldBe(Recommend(other, Likes(titles[5])).Items.Select(item => item.Key));
    }
}
