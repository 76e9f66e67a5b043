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
    [InlineData("ẞ Großer ĲSSEL Ŋ", "ss grosser ijssel n")]
    [InlineData("Kış İstanbul ILIK ığdır", "kis istanbul ilik igdir")]
    [InlineData("Đường Ở Phố", "duong o pho")]
    [InlineData("Ελληνικά ΆΛΛΟΣ ΐ", "ελληνικα αλλοσ ι")]
    [InlineData("Ёлка Йод Їжак", "елка иод іжак")]
    [InlineData("И\u0306од", "иод")]
    [InlineData("أحمد مُحَمَّد مدرسة", "احمد محمد مدرسه")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("हिन्दी ภาษาไทย", "हिन्दी ภาษาไทย")]
    [InlineData("ＷＩＤＥ ２０", "wide 20")]
    [InlineData("Alien³ x²", "alien3 x2")]
    [InlineData("𠮷野家 🎬𠮷", "𠮷野家 𠮷")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth")]
    [InlineData("R&B & more &", "r and b and more and")]
    [InlineData("&&", "and and")]
    [InlineData("  \t!!! ", "")]
    [InlineData("", "")]
    [InlineData("🎬 \uD83C film \0", "film")]
    public void Fold_Text_IsLowerCasePlainWords(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void WordsOf_LongText_IsCutOff() =>
        Folding.GetWords(new string('ß', 100_000), 600).ShouldHaveSingleItem().Length.ShouldBe(1_200);

    [Fact]
    public void Fold_TwiceOver_ChangesNothing()
    {
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(i % 2 == 0 ? 0x2100 : 0x10000))]);
            Folding.Fold(Folding.Fold(text)).ShouldBe(Folding.Fold(text));
        }
    }
}
