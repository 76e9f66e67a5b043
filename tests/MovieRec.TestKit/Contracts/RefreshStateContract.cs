using MovieRec.Api.Catalogues;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of <see cref="IRefreshState"/>; every test begins with an empty store.</summary>
public abstract class RefreshStateContract : StoreContract
{
    private static readonly TimeSpan s_term = TimeSpan.FromMinutes(2);

    protected abstract IRefreshState State { get; }

    [Fact]
    public async Task Take_NobodyHasIt_IsGivenToOne()
    {
        (await State.TakeAsync("a", Noon, Noon + s_term, Cancellation)).ShouldBeTrue();
        (await State.TakeAsync("b", Noon.AddSeconds(1), Noon + s_term, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Take_ByManyAtOnce_IsGivenToOne()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => State.TakeAsync($"holder-{i}", Noon, Noon + s_term, Cancellation), Cancellation)));

        taken.Count(one => one).ShouldBe(1);
    }

    [Fact]
    public async Task Take_OnesOwn_Renews()
    {
        await State.TakeAsync("a", Noon, Noon + s_term, Cancellation);

        (await State.TakeAsync("a", Noon.AddMinutes(1), Noon.AddMinutes(3), Cancellation)).ShouldBeTrue();

        (await State.TakeAsync("b", Noon + s_term, Noon.AddHours(1), Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Take_Expired_IsAnybodysAndTheOldHolderHasItNoMore()
    {
        await State.TakeAsync("a", Noon, Noon + s_term, Cancellation);
        (await State.TakeAsync("b", Noon + s_term - TimeSpan.FromMilliseconds(1), Noon.AddHours(1), Cancellation)).ShouldBeFalse();

        (await State.TakeAsync("b", Noon + s_term, Noon.AddHours(1), Cancellation)).ShouldBeTrue();

        (await State.TakeAsync("a", Noon + s_term, Noon.AddHours(1), Cancellation)).ShouldBeFalse();
        (await State.WriteAsync("a", new byte[1], Cancellation)).ShouldBeFalse();
    }

    /// <summary>A clock that was ahead took the lease, and was then set back.</summary>
    [Fact]
    public async Task Take_HeldUntilAfterTheLongestLease_IsGiven()
    {
        await State.TakeAsync("a", Noon.AddYears(1), Noon.AddYears(1) + s_term, Cancellation);

        (await State.TakeAsync("b", Noon, Noon + s_term, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task Release_OnesOwn_GivesItBack()
    {
        await State.TakeAsync("a", Noon, Noon + s_term, Cancellation);
        await State.ReleaseAsync("a", Cancellation);

        (await State.WriteAsync("a", new byte[1], Cancellation)).ShouldBeFalse();
        (await State.TakeAsync("b", Noon, Noon + s_term, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task Release_Anothers_DoesNothing()
    {
        await State.ReleaseAsync("unknown", Cancellation);
        await State.TakeAsync("a", Noon, Noon + s_term, Cancellation);
        await State.ReleaseAsync("b", Cancellation);

        (await State.TakeAsync("b", Noon, Noon + s_term, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Read_NothingWritten_IsNull()
    {
        (await State.ReadAsync(Cancellation)).ShouldBeNull();
        await State.TakeAsync("a", Noon, Noon + s_term, Cancellation);
        (await State.ReadAsync(Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(350_000)]
    [InlineData(350_001)]
    [InlineData(3_000_000)]
    public async Task Read_Written_IsTheSameBytes(int length)
    {
        var progress = Noise(length);
        await State.TakeAsync("a", Noon, Noon + s_term, Cancellation);

        (await State.WriteAsync("a", progress, Cancellation)).ShouldBeTrue();

        ShouldBeTheSame(await State.ReadAsync(Cancellation), progress);
    }

    [Fact]
    public async Task Write_Again_ReplacesWhateverTheLength()
    {
        await State.TakeAsync("a", Noon, Noon + s_term, Cancellation);
        foreach (var length in (int[])[10, 800_000, 900_000, 20, 400_000, 0, 1])
        {
            await State.WriteAsync("a", Noise(length), Cancellation);
            ShouldBeTheSame(await State.ReadAsync(Cancellation), Noise(length));
        }
    }

    [Fact]
    public async Task Write_WithoutTheLease_ChangesNothing()
    {
        (await State.WriteAsync("a", Noise(5), Cancellation)).ShouldBeFalse();
        (await State.ReadAsync(Cancellation)).ShouldBeNull();
        await State.TakeAsync("a", Noon, Noon + s_term, Cancellation);
        await State.WriteAsync("a", Noise(10), Cancellation);

        (await State.WriteAsync("b", Noise(20), Cancellation)).ShouldBeFalse();
        (await State.WriteAsync("b", Noise(800_000), Cancellation)).ShouldBeFalse();

        ShouldBeTheSame(await State.ReadAsync(Cancellation), Noise(10));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(800_000)]
    public async Task Read_AfterTheLeaseChangedHands_IsWhatWasWritten(int length)
    {
        await State.TakeAsync("a", Noon, Noon + s_term, Cancellation);
        await State.WriteAsync("a", Noise(length), Cancellation);
        ShouldBeTheSame(await State.ReadAsync(Cancellation), Noise(length));

        await State.TakeAsync("b", Noon + s_term, Noon.AddHours(1), Cancellation);
        ShouldBeTheSame(await State.ReadAsync(Cancellation), Noise(length));

        await State.ReleaseAsync("b", Cancellation);
        ShouldBeTheSame(await State.ReadAsync(Cancellation), Noise(length));
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static void ShouldBeTheSame(ReadOnlyMemory<byte>? actual, byte[] expected) =>
        actual.ShouldNotBeNull().Span.SequenceEqual(expected).ShouldBeTrue();
}
