using System.Text;
using MovieRec.Cli.Importing;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Tests.Importing;

public sealed class DismissedTitlesTests
{
    private static readonly TitleKey[] s_two = [new(MediaKind.Movie, 1), new(MediaKind.Tv, 2)];

    [Theory]
    [InlineData("", """{"notInterested":["movie#1","tv#2"]}""")]
    [InlineData("{}", """{"notInterested":["movie#1","tv#2"]}""")]
    [InlineData(" { \n} ", """ { \n"notInterested":["movie#1","tv#2"]} """)]
    [InlineData("""{"a":1.10}""", """{"a":1.10,"notInterested":["movie#1","tv#2"]}""")]
    [InlineData("""{"a": "é\u00e9" , "notInterested" : [] ,"b":{"notInterested":[1]}}""", """{"a": "é\u00e9" , "notInterested" : ["movie#1","tv#2"] ,"b":{"notInterested":[1]}}""")]
    [InlineData("""{"notInterested":["movie#9" , "tv\u00239"],"z":null}""", """{"notInterested":["movie#9" , "tv\u00239","movie#1","tv#2"],"z":null}""")]
    [InlineData("""{"notInterested":null,"z":[]}""", """{"notInterested":["movie#1","tv#2"],"z":[]}""")]
    [InlineData("""{"z":{"notInterested":["movie#1"]}}""", """{"z":{"notInterested":["movie#1"]},"notInterested":["movie#1","tv#2"]}""")]
    public void With_ADocument_ChangesTheOneListAlone(string document, string expected)
    {
        var (bytes, added) = new DismissedTitles(Bytes(document)).With(s_two, 100, 1_000);
        Encoding.UTF8.GetString(bytes).ShouldBe(expected.Replace("\\n", "\n", StringComparison.Ordinal));
        added.ShouldBe(2);
    }

    [Theory]
    [InlineData(100, 29, 1)]
    [InlineData(100, 28, 0)]
    [InlineData(100, 36, 2)]
    [InlineData(100, 35, 1)]
    [InlineData(1, 1_000, 1)]
    public void With_LittleRoom_TakesTheFirstThatFit(int mostEntries, int mostBytes, int expected)
    {
        // {"notInterested":["movie#1"]} has 29 bytes, with ,"tv#2" 36.
        var (bytes, added) = new DismissedTitles(default).With(s_two, mostEntries, mostBytes);
        added.ShouldBe(expected);
        bytes.Length.ShouldBeLessThanOrEqualTo(Math.Max(mostBytes, 2));
    }

    [Fact]
    public void Keys_OfADocument_AreItsReadableEntries()
    {
        var dismissed = new DismissedTitles(Bytes("""{"notInterested":["movie#9","tv\u00238","nonsense",5]}"""));
        dismissed.Keys.ShouldBe([new(MediaKind.Movie, 9), new(MediaKind.Tv, 8)], ignoreOrder: true);
        dismissed.Count.ShouldBe(4);
    }

    private static byte[] Bytes(string document) => Encoding.UTF8.GetBytes(document.Replace("\\n", "\n", StringComparison.Ordinal));
}
