using MovieRec.Engine.Search.Terms;

namespace MovieRec.Engine.Tests.Search;

public sealed class TypoTests
{
    [Theory]
    [InlineData("matrix", "matrx")]
    [InlineData("matrix", "mmatrix")]
    [InlineData("matrix", "natrix")]
    [InlineData("matrix", "matirx")]
    [InlineData("matrix", "matrixx")]
    [InlineData("matrix", "atrix")]
    [InlineData("ab", "ba")]
    [InlineData("", "a")]
    public void IsOne_OneError_IsTrueBothWays(string one, string other)
    {
        Typo.IsOne(one, other).ShouldBeTrue();
        Typo.IsOne(other, one).ShouldBeTrue();
    }

    [Theory]
    [InlineData("matrix", "matrix")]
    [InlineData("matrix", "mtrx")]
    [InlineData("matrix", "marxit")]
    [InlineData("abcd", "badc")]
    [InlineData("", "")]
    public void IsOne_NoneOrMore_IsFalse(string one, string other) => Typo.IsOne(one, other).ShouldBeFalse();
}
