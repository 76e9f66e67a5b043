using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of <see cref="IWantedTitles"/>; every test begins with an empty store.</summary>
public abstract class WantedTitlesContract : StoreContract
{
    protected abstract IWantedTitles Wanted { get; }

    [Fact]
    public async Task Add_Titles_AreThereUntilRemoved()
    {
        (await Wanted.ReadAsync(Cancellation)).ShouldBeEmpty();

        await Wanted.AddAsync([Film(1), Series(1), Film(1)], Cancellation);
        await Wanted.AddAsync([Film(TitleKey.MaxId), Film(1)], Cancellation);
        (await Wanted.ReadAsync(Cancellation)).ShouldBe([Film(1), Series(1), Film(TitleKey.MaxId)], ignoreOrder: true);

        await Wanted.RemoveAsync([Film(1), Film(5), Film(1)], Cancellation);
        (await Wanted.ReadAsync(Cancellation)).ShouldBe([Series(1), Film(TitleKey.MaxId)], ignoreOrder: true);

        await Wanted.RemoveAsync([Series(1), Film(TitleKey.MaxId)], Cancellation);
        (await Wanted.ReadAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_NothingAtAll_IsNoError()
    {
        await Wanted.AddAsync([], Cancellation);
        await Wanted.RemoveAsync([], Cancellation);
        await Wanted.RemoveAsync([Film(1)], Cancellation);

        (await Wanted.ReadAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_ByManyAtOnce_LosesNothing()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => Wanted.AddAsync([Film(i + 1), Series(i + 1)], Cancellation), Cancellation)));

        (await Wanted.ReadAsync(Cancellation)).Count.ShouldBe(40);
    }

    [Fact]
    public async Task Add_Thousands_AreAllThere()
    {
        var keys = Enumerable.Range(1, 2_500).Select(i => Film(i)).ToList();
        await Wanted.AddAsync(keys, Cancellation);
        (await Wanted.ReadAsync(Cancellation)).ShouldBe(keys, ignoreOrder: true);

        await Wanted.RemoveAsync(keys, Cancellation);
        (await Wanted.ReadAsync(Cancellation)).ShouldBeEmpty();
    }

    protected static TitleKey Film(long id) => new(MediaKind.Movie, id);

    protected static TitleKey Series(long id) => new(MediaKind.Tv, id);
}
