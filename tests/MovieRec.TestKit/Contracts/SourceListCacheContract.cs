using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of <see cref="ISourceListCache"/>; every test begins with an empty store.</summary>
public abstract class SourceListCacheContract : StoreContract
{
    protected abstract ISourceListCache Lists { get; }

    /// <summary>Clock that <see cref="Lists"/> uses.</summary>
    protected ManualClock Clock { get; } = new(Noon);

    private static DateTimeOffset Later { get; } = DateTimeOffset.FromUnixTimeSeconds(Noon.AddHours(1).ToUnixTimeSeconds());

    [Fact]
    public async Task Find_NothingKept_IsNull() => (await Lists.FindAsync("search/matrix", Noon, Cancellation)).ShouldBeNull();

    [Fact]
    public async Task Find_Kept_IsTheAnswerInItsOrder()
    {
        var response = new CachedList([Film(603), Series(1399), Film(TitleKey.MaxId), Film(1)], 12_345);
        await Lists.KeepAsync("search/matrix", response, Later, Cancellation);

        ShouldBeTheSame(await Lists.FindAsync("search/matrix", Noon, Cancellation), response);
        (await Lists.FindAsync("search/matri", Noon, Cancellation)).ShouldBeNull();
        (await Lists.FindAsync("SEARCH/MATRIX", Noon, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Find_EmptyAnswer_IsAnAnswer()
    {
        await Lists.KeepAsync("nothing", new CachedList([], 0), Later, Cancellation);

        ShouldBeTheSame(await Lists.FindAsync("nothing", Noon, Cancellation), new CachedList([], 0));
    }

    [Fact]
    public async Task Find_HundredTitles_AreAllThere()
    {
        var response = new CachedList([.. Enumerable.Range(1, 100).Select(i => Film(TitleKey.MaxId - i))], 100);
        await Lists.KeepAsync("many", response, Later, Cancellation);

        ShouldBeTheSame(await Lists.FindAsync("many", Noon, Cancellation), response);
    }

    [Fact]
    public async Task Keep_Again_Replaces()
    {
        await Lists.KeepAsync("popular", new CachedList([Film(1)], 1), Later.AddHours(1), Cancellation);
        await Lists.KeepAsync("popular", new CachedList([Film(2), Film(3)], 2), Later, Cancellation);

        ShouldBeTheSame(await Lists.FindAsync("popular", Noon, Cancellation), new CachedList([Film(2), Film(3)], 2));
        (await Lists.FindAsync("popular", Later, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Find_Expired_IsNull()
    {
        await Lists.KeepAsync("popular", new CachedList([Film(1)], 1), Later, Cancellation);

        (await Lists.FindAsync("popular", Later.AddMilliseconds(-1), Cancellation)).ShouldNotBeNull();
        (await Lists.FindAsync("popular", Later, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Keep_AfterOthersExpired_KeepsWhatHasNot()
    {
        await Lists.KeepAsync("short", new CachedList([Film(1)], 1), Later, Cancellation);
        await Lists.KeepAsync("long", new CachedList([Film(2)], 1), Later.AddHours(1), Cancellation);
        Clock.Set(Later);

        await Lists.KeepAsync("new", new CachedList([Film(3)], 1), Later.AddHours(1), Cancellation);

        (await Lists.FindAsync("short", Later, Cancellation)).ShouldBeNull();
        (await Lists.FindAsync("long", Later, Cancellation)).ShouldNotBeNull();
        (await Lists.FindAsync("new", Later, Cancellation)).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Keep_AnyQuestion_IsKeptApart(string question)
    {
        await Lists.KeepAsync(question, new CachedList([Film(1)], 1), Later, Cancellation);
        await Lists.KeepAsync($"{question}.", new CachedList([Film(2)], 1), Later, Cancellation);

        ShouldBeTheSame(await Lists.FindAsync(question, Noon, Cancellation), new CachedList([Film(1)], 1));
        ShouldBeTheSame(await Lists.FindAsync($"{question}.", Noon, Cancellation), new CachedList([Film(2)], 1));
    }

    public static TheoryData<string> Questions() =>
    [
        "", "noted", "search?query=l'été&page=2", "👩‍👩‍👧‍👦 🎬", "'; DROP TABLE kept_lists; --", "a\u0000b", "line\nbreak", " ",
        new string('x', 999), new string('長', 999), "sha256-00",
    ];

    protected static TitleKey Film(long id) => new(MediaKind.Movie, id);

    protected static TitleKey Series(long id) => new(MediaKind.Tv, id);

    private static void ShouldBeTheSame(CachedList? actual, CachedList expected)
    {
        actual.ShouldNotBeNull().Keys.ShouldBe(expected.Keys);
        actual.Total.ShouldBe(expected.Total);
    }
}
