using MovieRec.Engine.Text;

namespace MovieRec.Engine.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Amélie", "amelie")]
    [InlineData("Ame\u0301lie", "amelie")]
    [InlineData("STRASSE Straße", "strasse strasse")]
    [InlineData("Æon Flux & Œuvre", "aeon flux and oeuvre")]
    [InlineData("Łódź Đorđe Søren Þór", "lodz dorde soren thor")]
    [InlineData("Ocean's Eleven", "oceans eleven")]
    [InlineData("L.A. Confidential", "la confidential")]
    [InlineData("S.W.A.T.", "swat")]
    [InlineData("Vol. 2", "vol 2")]
    [InlineData("Spider-Man", "spider man")]
    [InlineData("Auliʻi Cravalho", "aulii cravalho")]
    [InlineData("Nguyễn Ánh", "nguyen anh")]
    [InlineData("ДЖЕК 七人の侍", "джек 七人の侍")]
    [InlineData("2001: A Space Odyssey", "2001 a space odyssey")]
    [InlineData("  \t!!! ", "")]
    [InlineData("", "")]
    [InlineData("🎬 \uD83C film \0", "film")]
    public void Fold_Text_IsLowerCasePlainWords(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void WordsOf_LongText_IsCutOff() => Folding.WordsOf(new string('ß', 100_000), 600).ShouldHaveSingleItem().Length.ShouldBe(1_200);

    [Fact]
    public void Fold_TwiceOver_ChangesNothing()
    {
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(0x2100))]);
            Folding.Fold(Folding.Fold(text)).ShouldBe(Folding.Fold(text));
        }
    }
}
