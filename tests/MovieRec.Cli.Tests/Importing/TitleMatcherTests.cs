using MovieRec.Cli.Importing;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Tests.Importing;

public sealed class TitleMatcherTests
{
    private static readonly TitleMatcher s_matcher =
        new(SampleCatalogue.Titles, id => id == "tt42" ? new TitleKey(MediaKind.Movie, 949) : null);

    [Theory]
    [InlineData("Blade Runner", 1982, null, "movie#78")]
    [InlineData("blade-runner!", 1982, null, "movie#78")]
    [InlineData("AMELIE", 2001, null, "movie#194")]
    [InlineData("Le fabuleux destin d’Amélie Poulain", 2001, null, "movie#194")]
    [InlineData("Heat", 1996, null, "movie#949")]
    [InlineData("Heat", 1994, null, "movie#949")]
    [InlineData("Heat", 1993, null, "not in the catalogue")]
    [InlineData("Heat", null, null, "movie#949")]
    [InlineData("Solaris", null, null, "several titles have that name")]
    [InlineData("Solaris", 2002, null, "movie#1002")]
    [InlineData("The Twins", 1990, null, "several titles have that name")]
    [InlineData("Near", 2011, null, "several titles have that name")]
    [InlineData("Near", 2012, null, "movie#1006")]
    [InlineData("Fargo", 1996, null, "movie#275")]
    [InlineData("Fargo", 2014, null, "tv#60622")]
    [InlineData("Fargo", null, null, "movie#275")]
    [InlineData("Fargo", null, MediaKind.Tv, "tv#60622")]
    [InlineData("Fargo", 1996, MediaKind.Tv, "not in the catalogue")]
    [InlineData("Matrix", 1999, null, "movie#603")]
    [InlineData("Matrix, The", 1999, null, "movie#603")]
    [InlineData("Batman", 2022, null, "movie#1007")]
    [InlineData("Batman", 2021, null, "not in the catalogue")]
    [InlineData("Star Wars: Episode IV – A New Hope", 1977, null, "movie#11")]
    [InlineData("Birds of Summer", 2005, null, "movie#1008")]
    [InlineData("Birds of Summer: South", 2005, null, "not in the catalogue")]
    [InlineData("Heat: The Return", 1995, null, "not in the catalogue")]
    public void Find_ByNameAndYear_IsSureOrSaysWhyNot(string name, int? year, MediaKind? kind, string expected)
    {
        var match = s_matcher.Find(new ImportedRow("f", 1, RowMeaning.Watched) { Name = name, Year = year, Kind = kind });
        (match.Title?.Key.ToString() ?? match.Why).ShouldBe(expected);
    }

    [Fact]
    public void Find_AnEmbeddedTitle_IsFoundByItsIds()
    {
        var title = new Title { Key = new(MediaKind.Movie, 9_000_000_001), Name = "Own", TmdbId = 597, ImdbId = "tt0120338" };
        var matcher = new TitleMatcher([title]);
        var row = new ImportedRow("f", 1, RowMeaning.Watched) { Name = "?", Kind = MediaKind.Movie };
        matcher.Find(row with { TmdbId = 597 }).Title.ShouldBe(title);
        matcher.Find(row with { ImdbId = "tt0120338" }).Title.ShouldBe(title);
        matcher.Find(row with { TmdbId = 597, Kind = MediaKind.Tv }).Title.ShouldBeNull();
    }

    [Fact]
    public void Find_AnIdKnownElsewhere_IsTaken() =>
        s_matcher.Find(new ImportedRow("f", 1, RowMeaning.Watched) { Name = "?", ImdbId = "tt42" }).Title!.Name.ShouldBe("Heat");
}
