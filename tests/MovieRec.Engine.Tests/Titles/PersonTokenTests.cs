using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Tests.Titles;

public sealed class PersonTokenTests
{
    // FNV-1a, 32 bits, of "a" and "foobar" as published by its authors.
    [Theory]
    [InlineData("a", "pe40c292c")]
    [InlineData("A", "pe40c292c")]
    [InlineData("foobar", "pbf9cf968")]
    [InlineData("", PersonToken.None)]
    [InlineData("!?", PersonToken.None)]
    [InlineData("\uD800", PersonToken.None)]
    public void Of_Name_IsTheHashOfItsFoldedForm(string name, string token) => PersonToken.Create(name).ShouldBe(token);

    [Theory]
    [InlineData("Penélope Cruz", "penelope cruz")]
    [InlineData("Samuel L. Jackson", "samuel l jackson")]
    public void Of_SpellingsOfOneName_AreOne(string one, string other) => PersonToken.Create(one).ShouldBe(PersonToken.Create(other));

    [Theory]
    [InlineData("Keanu Reeves")]
    [InlineData("宮崎駿")]
    [InlineData("")]
    public void Of_Token_IsItself(string name)
    {
        var token = PersonToken.Create(name);
        PersonToken.Create(token).ShouldBe(token);
        Folding.Fold(token).ShouldBe(token);
        PersonToken.IsToken(token).ShouldBeTrue();
    }

    [Theory]
    [InlineData("p0000000")]
    [InlineData("p0000000G")]
    [InlineData("P00000000")]
    [InlineData("Peter Fonda")]
    [InlineData(null)]
    public void IsToken_AnythingElse_IsNone(string? text) => PersonToken.IsToken(text).ShouldBeFalse();
}
