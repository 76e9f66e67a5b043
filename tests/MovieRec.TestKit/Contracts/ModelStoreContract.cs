using MovieRec.Api.Catalogues;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of <see cref="IModelStore"/>.</summary>
public abstract class ModelStoreContract
{
    protected abstract IModelStore Store { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NothingWritten_FindsNothing()
    {
        (await Store.MarkAsync(Token)).ShouldBeNull();
        (await Store.ReadAsync(Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(350_000)]
    [InlineData(1_500_001)]
    public async Task Read_AfterAWrite_GivesTheSameBytes(int length)
    {
        var model = new byte[length];
        new Random(length).NextBytes(model);
        await Store.WriteAsync(model, Token);
        (await Store.ReadAsync(Token))!.Value.ToArray().ShouldBe(model);
    }

    [Fact]
    public async Task Write_Again_MovesTheMarkAndReplacesTheModel()
    {
        await Store.WriteAsync(new byte[800_000], Token);
        var before = await Store.MarkAsync(Token);
        (await Store.MarkAsync(Token)).ShouldBe(before);
        await Store.WriteAsync("short"u8.ToArray(), Token);
        (await Store.MarkAsync(Token)).ShouldNotBe(before);
        (await Store.ReadAsync(Token))!.Value.ToArray().ShouldBe("short"u8.ToArray());
    }
}
