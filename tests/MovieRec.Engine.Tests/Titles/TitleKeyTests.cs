using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Tests.Titles;

public sealed class TitleKeyTests
{
    [Theory]
    [InlineData("movie#603", MediaKind.Movie, 603)]
    [InlineData("tv#1399", MediaKind.Tv, 1399)]
    [InlineData("movie#9007199254740991", MediaKind.Movie, TitleKey.MaxId)]
    public void TryParse_OwnText_RoundTrips(string text, MediaKind kind, long id)
    {
        TitleKey.TryParse(text, out var key).ShouldBeTrue();
        key.ShouldBe(new TitleKey(kind, id));
        key.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("603")]
    [InlineData("#603")]
    [InlineData("movie#")]
    [InlineData("movie#0")]
    [InlineData("movie#007")]
    [InlineData("movie#-1")]
    [InlineData("movie#1e3")]
    [InlineData("movie#603\0")]
    [InlineData("movie# 1")]
    [InlineData("MOVIE#1")]
    [InlineData("film#1")]
    [InlineData("movie#9007199254740992")]
    [InlineData("movie#99999999999999999999")]
    public void TryParse_AnythingElse_IsRefused(string text) => TitleKey.TryParse(text, out _).ShouldBeFalse();
}
