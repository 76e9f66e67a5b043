using System.IO.Compression;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Ratings;
using MovieRec.TestKit;

namespace MovieRec.Cli.Tests.Ratings;

public sealed class RatingsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("userId,movieId,rating,timestamp\n7,862,4.5,964982703\n")]
    [InlineData("7\t862\t4.5\t964982703\n")]
    [InlineData("7::862::4.5::964982703\n")]
    [InlineData("user\titem\trating\ttimestamp\n7\t862\t4.5\t964982703\n")]
    [InlineData("rating;timestamp;item_id;user_id\r\n4.5;964982703;862;7\r\n")]
    [InlineData("7 862 4.5 964982703")]
    public void Read_KnownForm_FindsTheColumns(string text)
    {
        var table = Read(text);
        var rating = table.Ratings.ShouldHaveSingleItem();
        rating.ShouldBe(new Rating(0, 0, 4.5f, 964982703));
        (table.Users[0], table.Items[0]).ShouldBe(("7", "862"));
    }

    [Fact]
    public void Read_Compressed_IsTheSame()
    {
        var path = _folder.File("ratings.gz");
        using (var zip = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest)))
            zip.Write("1\t2\t3\t4\n");
        RatingsFile.Read(path).Ratings.ShouldHaveSingleItem().Value.ShouldBe(3);
    }

    [Fact]
    public void Read_NoRatingAndNoTime_CountsAsOne() => Read("a,b\n").Ratings.ShouldHaveSingleItem().ShouldBe(new Rating(0, 0, 1, 0));

    [Fact]
    public void Read_FewUnreadableLines_CountsThemAndShowsFive()
    {
        var good = string.Concat(Enumerable.Range(1, 1_000).Select(i => $"{i}\t1\t3\t5\n"));
        var table = Read(good + string.Concat(Enumerable.Repeat("1\t2\tfive\t5\n", 8)));
        table.Ratings.Count.ShouldBe(1_000);
        table.Unreadable.Count.ShouldBe(8);
        table.Unreadable.First.Count.ShouldBe(5);
        table.Unreadable.First[0].ShouldBe("line 1001: 1\t2\tfive\t5");
    }

    [Fact]
    public void Read_MoreThanOnePercentUnreadable_Fails()
    {
        var wrong =
            Should.Throw<ConfigurationException>(() => Read(string.Concat(Enumerable.Repeat("1\t2\t3\t4\n", 98)) + "x\n1\t2\tNaN\t4\n"));
        wrong.Message.ShouldContain("2 of 100 lines");
        wrong.Message.ShouldContain("line 99: x");
    }

    [Fact]
    public void Read_NoRatings_SaysSo() =>
        Should.Throw<ConfigurationException>(() => Read("userId,movieId,rating,timestamp\n")).Message.ShouldContain("no ratings");

    public void Dispose() => _folder.Dispose();

    private RatingsTable Read(string text)
    {
        var path = _folder.File("ratings");
        File.WriteAllText(path, text);
        return RatingsFile.Read(path);
    }
}
