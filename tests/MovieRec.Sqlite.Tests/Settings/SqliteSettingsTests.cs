using MovieRec.Sqlite.Settings;
using MovieRec.Sqlite.Tests.Database;

namespace MovieRec.Sqlite.Tests.Settings;

public sealed class SqliteSettingsTests : IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    [Fact]
    public void GetOrCreate_SecondTime_ReturnsTheFirstValueAlsoAfterReopening()
    {
        var settings = new SqliteSettings(_disk.Database);

        settings.GetOrCreate("key", () => [1, 2, 0, 255]).ShouldBe([1, 2, 0, 255]);
        settings.GetOrCreate("key", Never).ShouldBe([1, 2, 0, 255]);
        settings.GetOrCreate("other", () => []).ShouldBeEmpty();

        var reopened = new SqliteSettings(_disk.Reopen());
        reopened.GetOrCreate("key", Never).ShouldBe([1, 2, 0, 255]);
        reopened.GetOrCreate("other", Never).ShouldBeEmpty();
    }

    [Fact]
    public async Task GetOrCreate_ByManyOnTwoHandles_GivesAllTheSame()
    {
        using var second = _disk.Open();
        SqliteSettings[] settings = [new(_disk.Database), new(second)];

        var values = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(() => settings[i % 2].GetOrCreate("key", () => [(byte)i]))));

        values.ShouldAllBe(value => value[0] == values[0][0]);
    }

    [Fact]
    public void GetOrCreate_MakingFails_KeepsNothing()
    {
        var settings = new SqliteSettings(_disk.Database);

        Should.Throw<InvalidOperationException>(() => settings.GetOrCreate("key", Never));

        settings.GetOrCreate("key", () => [7]).ShouldBe([7]);
    }

    public void Dispose() => _disk.Dispose();

    private static byte[] Never() => throw new InvalidOperationException("Not wanted.");
}
