using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbWantedTitlesTests : WantedTitlesContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbWantedTitlesTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Wanted = new DynamoDbWantedTitles(_tables.Through(_tables.Client, TimeProvider.System));
    }

    protected override IWantedTitles Wanted { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();

    [Fact]
    public async Task Add_MoreThanAnItemHolds_KeepsThousandsAndIsNoError()
    {
        await Wanted.AddAsync([.. Enumerable.Range(0, 20_000).Select(i => Film(TitleKey.MaxId - i))], Cancellation);
        await Wanted.AddAsync([Film(1)], Cancellation);

        (await Wanted.ReadAsync(Cancellation)).Count.ShouldBe(5_000);
        await Wanted.RemoveAsync([Film(TitleKey.MaxId)], Cancellation);
        await Wanted.AddAsync([Film(1)], Cancellation);
        (await Wanted.ReadAsync(Cancellation)).ShouldContain(Film(1));
    }
}
