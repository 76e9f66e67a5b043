using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Tests.Catalogues;

public sealed class CatalogueLinesTests
{
    [Fact]
    public void Read_ALine_GivesEveryFact()
    {
        const string Line = """{"mediaId":"9088414748","mediaType":"movie","title":"North","releaseDate":"1994","genreIds":[35,14],"directors":["Rob Reiner"],"cast":["Elijah Wood"],"runtime":87,"originalLanguage":"en","countries":["US"],"voteAverage":4.5,"wikidataId":"Q1","imdbId":"tt0110687","tmdbId":10954,"collection":"C","oscarWins":1,"popularity":99.5,"sources":["wikipedia"]}""";
        var title = CatalogueLines.Read(new StringReader(Line + "\n\n")).ToList().ShouldHaveSingleItem();
        title.Key.ShouldBe(new TitleKey(MediaKind.Movie, 9_088_414_748));
        (title.Name, title.ReleaseDate, title.Year, title.RuntimeMinutes).ShouldBe(("North", "1994", 1994, 87));
        title.GenreIds.ShouldBe([35, 14]);
        title.Directors.ShouldBe(["Rob Reiner"]);
        title.Cast.ShouldBe(["Elijah Wood"]);
        title.Countries.ShouldBe(["US"]);
        (title.OriginalLanguage, title.VoteAverage, title.Popularity).ShouldBe(("en", 4.5, 99.5));
        (title.WikidataId, title.ImdbId, title.TmdbId).ShouldBe(("Q1", "tt0110687", 10954L));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"mediaId":"x","mediaType":"movie","title":"T","popularity":1}""")]
    [InlineData("""{"mediaId":"1","mediaType":"film","title":"T","popularity":1}""")]
    [InlineData("""{"mediaId":"1","mediaType":"tv","popularity":1}""")]
    public void Read_ABadLine_SaysWhich(string line) =>
        Should.Throw<InvalidDataException>(() => CatalogueLines.Read(new StringReader("\n" + line)).ToList()).Message.ShouldContain(
            "Line 2");
}
