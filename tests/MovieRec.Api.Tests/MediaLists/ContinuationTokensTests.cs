using MovieRec.Api.MediaLists;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Tests.MediaLists;

public sealed class ContinuationTokensTests
{
    private static readonly MediaListPosition s_position =
        new(DateTimeOffset.FromUnixTimeMilliseconds(1_795_343_182_123), new TitleKey(MediaKind.Tv, TitleKey.MaxId));

    private readonly ContinuationTokens _tokens = new([.. Enumerable.Range(0, ContinuationTokens.KeyBytes).Select(value => (byte)value)]);

    [Fact]
    public void Read_OwnToken_GivesThePosition() =>
        _tokens.Read(Table.Favourites, "user-a", _tokens.Write(Table.Favourites, "user-a", s_position)).ShouldBe(s_position);

    [Fact]
    public void Read_ForAnotherUserTableOrKey_IsRefused()
    {
        var token = _tokens.Write(Table.Favourites, "user-a", s_position);
        _tokens.Read(Table.Favourites, "user-b", token).ShouldBeNull();
        _tokens.Read(Table.Watchlist, "user-a", token).ShouldBeNull();
        new ContinuationTokens(new byte[ContinuationTokens.KeyBytes]).Read(Table.Favourites, "user-a", token).ShouldBeNull();
    }

    [Fact]
    public void Read_AnyCharacterChanged_IsRefused()
    {
        var token = _tokens.Write(Table.Favourites, "user-a", s_position);
        for (var at = 0; at < token.Length; at++)
        {
            var changed = token.ToCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            _tokens.Read(Table.Favourites, "user-a", new string(changed)).ShouldBeNull($"changed at {at}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("💥")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public void Read_Garbage_IsRefused(string text) => _tokens.Read(Table.Favourites, "user-a", text).ShouldBeNull();
}
