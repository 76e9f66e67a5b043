using MovieRec.Sqlite.UserPool;

namespace MovieRec.Sqlite.Tests.UserPool;

public sealed class UserDirectoryTests : IDisposable
{
    private readonly PoolOnDisk _pool = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_AConfirmedAccount_IsFoundByItsEmailInAnyCase()
    {
        var sub = await _pool.ConfirmedAsync("me@example.com");
        (await Directory.FindAsync(" ME@Example.com ", Cancellation)).ShouldBe(new KnownUser(sub, IsConfirmed: true));
    }

    [Fact]
    public async Task Find_AnUnconfirmedAccount_SaysSo()
    {
        await _pool.Pool.SignUpAsync("new@example.com", PoolOnDisk.Password, Cancellation);
        (await Directory.FindAsync("new@example.com", Cancellation)).ShouldNotBeNull().IsConfirmed.ShouldBeFalse();
    }

    [Fact]
    public async Task Find_NoAccount_IsNull() => (await Directory.FindAsync("unknown@example.com", Cancellation)).ShouldBeNull();

    public void Dispose() => _pool.Dispose();

    private UserDirectory Directory => new(_pool.Disk.Database);
}
