using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Search;

/// <summary>Search for original titles in other scripts, by usual spellings and by prefixes.</summary>
public sealed class SearchScriptTests
{
    private static readonly Engine.Catalogues.Catalogue s_films = Catalogue(
        Film(1, "Seven Samurai") with { OriginalName = "七人の侍" },
        Film(2, "Brother") with { OriginalName = "Брат" },
        Film(3, "Hedgehog in the Fog") with { OriginalName = "Ёжик в тумане" },
        Film(4, "Dogtooth") with { OriginalName = "Κυνόδοντας" },
        Film(5, "Parasite") with { OriginalName = "기생충" },
        Film(6, "Three Idiots") with { OriginalName = "3 हिन्दी" },
        Film(7, "The Idiots") with { OriginalName = "Idioterne på Ærø" },
        Film(8, "Cold War") with { OriginalName = "Zimna wojna Łódź" },
        Film(9, "Winter Sleep") with { OriginalName = "Kış Uykusu" },
        Film(10, "The Scent of Green Papaya") with { OriginalName = "Mùi đu đủ xanh" },
        Film(11, "Great Freedom") with { OriginalName = "Große Freiheit" },
        Film(12, "A Separation") with { OriginalName = "جدایی نادر از سیمین" },
        Film(13, "Spirited Away") with { OriginalName = "千と千尋の神隠し" },
        Film(14, "Alien³"),
        Film(15, "Rocky II"),
        Film(16, "Fast & Furious"),
        Film(17, "M*A*S*H"),
        Film(18, "𠮷野家"));

    [Theory]
    [InlineData("七人の侍", "Seven Samurai")]
    [InlineData("七人", "Seven Samurai")]
    [InlineData("брат", "Brother")]
    [InlineData("БРА", "Brother")]
    [InlineData("ежик", "Hedgehog in the Fog")]
    [InlineData("ёжик в тум", "Hedgehog in the Fog")]
    [InlineData("тумнае", "Hedgehog in the Fog")]
    [InlineData("ΚΥΝΟΔΟΝΤΑΣ", "Dogtooth")]
    [InlineData("κυνόδ", "Dogtooth")]
    [InlineData("기생", "Parasite")]
    [InlineData("हिन्द", "Three Idiots")]
    [InlineData("pa aero", "The Idiots")]
    [InlineData("på ærø", "The Idiots")]
    [InlineData("lodz", "Cold War")]
    [InlineData("KIS UYKUSU", "Winter Sleep")]
    [InlineData("kış uyk", "Winter Sleep")]
    [InlineData("mui du du xanh", "The Scent of Green Papaya")]
    [InlineData("GROSSE FREIHEIT", "Great Freedom")]
    [InlineData("große", "Great Freedom")]
    [InlineData("جدایی", "A Separation")]
    [InlineData("千と千尋", "Spirited Away")]
    [InlineData("alien 3", "Alien³")]
    [InlineData("rocky 2", "Rocky II")]
    [InlineData("fast and", "Fast & Furious")]
    [InlineData("fast & fur", "Fast & Furious")]
    [InlineData("mash", "M*A*S*H")]
    [InlineData("m.a.s.h.", "M*A*S*H")]
    [InlineData("𠮷野", "𠮷野家")]
    public void Search_AsTyped_FindsTheTitle(string query, string name) => Find(s_films, query).ShouldBe([name]);

    [Theory]
    [InlineData("rocky ii", "Rocky 2", "Rocky II")]
    [InlineData("rocky 2", "Rocky II", "Rocky 2")]
    public void Search_NumberTheOtherWay_ComesBehindTheTitleAsTyped(string query, string other, string asTyped) =>
        Find(Catalogue(Film(1, other) with { Popularity = 99 }, Film(2, asTyped) with { Popularity = 1 }), query)
            .ShouldBe([asTyped, other]);
}
