using MovieRec.Api.Outcomes;

namespace MovieRec.Sqlite.Tests.UserPool;

public sealed class LockOutTests : IDisposable
{
    private const string Email = "casey@example.com";
    private const string Wrong = "Wrong-Horse-7";

    private static readonly Failure s_wrong = new(FailureCode.NotAuthorizedException, "Incorrect username or password.");
    private static readonly Failure s_locked = new(FailureCode.NotAuthorizedException, "Password attempts exceeded");

    private readonly PoolOnDisk _disk = new();

    [Fact]
    public async Task SignIn_FourWrongPasswords_LockNothing()
    {
        await _disk.ConfirmedAsync(Email);
        await FailAsync(4);

        (await SignInAsync(PoolOnDisk.Password)).ShouldBeNull();
    }

    [Fact]
    public async Task SignIn_WhileLocked_IsRefusedEvenWithTheRightPassword()
    {
        await _disk.ConfirmedAsync(Email);
        await FailAsync(5);

        (await SignInAsync(PoolOnDisk.Password)).ShouldBe(s_locked);
        (await SignInAsync(Wrong)).ShouldBe(s_locked);
        _disk.Clock.Advance(TimeSpan.FromMilliseconds(999));
        (await SignInAsync(PoolOnDisk.Password)).ShouldBe(s_locked);
        _disk.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await SignInAsync(PoolOnDisk.Password)).ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignIn_FurtherWrongPasswords_LockTwiceAsLongUpTo15Minutes(bool hasAccount)
    {
        if (hasAccount)
            await _disk.ConfirmedAsync(Email);
        await FailAsync(4);

        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
        {
            await FailAsync(1);
            _disk.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            (await SignInAsync(Wrong)).ShouldBe(s_locked, $"{seconds} s");
            _disk.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    [Fact]
    public async Task SignIn_RightPassword_StartsAnew()
    {
        await _disk.ConfirmedAsync(Email);
        await FailAsync(4);
        (await SignInAsync(PoolOnDisk.Password)).ShouldBeNull();
        await FailAsync(4);

        (await SignInAsync(PoolOnDisk.Password)).ShouldBeNull();
    }

    [Fact]
    public async Task SignIn_15QuietMinutesAfterTheLock_StartAnew()
    {
        await _disk.ConfirmedAsync(Email);
        await FailAsync(5);
        _disk.Clock.Advance(TimeSpan.FromSeconds(1) + TimeSpan.FromMinutes(15));

        await FailAsync(4);
        (await SignInAsync(PoolOnDisk.Password)).ShouldBeNull();
    }

    /// <summary>Guards against a bug: the lock-out lay a year ahead, and held until then.</summary>
    [Fact]
    public async Task SignIn_LockedWhileTheClockWasAhead_IsFreeWhenItIsSetBack()
    {
        await _disk.ConfirmedAsync(Email);
        var now = _disk.Clock.GetUtcNow();
        _disk.Clock.Set(now.AddYears(1));
        await FailAsync(5);
        _disk.Clock.Set(now);

        (await SignInAsync(PoolOnDisk.Password)).ShouldBeNull();
    }

    [Fact]
    public async Task SignIn_LockedEmail_LeavesOthersAlone()
    {
        await _disk.ConfirmedAsync(Email);
        await _disk.ConfirmedAsync("robin@example.com");
        await FailAsync(5);

        (await SignInAsync(PoolOnDisk.Password, "robin@example.com")).ShouldBeNull();
        (await SignInAsync(PoolOnDisk.Password, Email.ToUpperInvariant())).ShouldBe(s_locked);
    }

    [Fact]
    public async Task SignIn_LockedBeforeRestart_IsLockedAfterIt()
    {
        await _disk.ConfirmedAsync(Email);
        await FailAsync(5);
        _disk.Reopen();

        (await SignInAsync(PoolOnDisk.Password)).ShouldBe(s_locked);
    }

    [Fact]
    public async Task SignIn_ManyWrongPasswordsAtOnce_AreFiveAtMost()
    {
        await _disk.ConfirmedAsync(Email);

        var failures = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => SignInAsync(Wrong))));

        failures.Count(failure => failure == s_wrong).ShouldBe(5);
        failures.Count(failure => failure == s_locked).ShouldBe(15);
    }

    [Fact]
    public async Task SignIn_ManyRightPasswordsAtOnce_AllGetIn()
    {
        await _disk.ConfirmedAsync(Email);

        var failures = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => SignInAsync(PoolOnDisk.Password))));

        failures.ShouldAllBe(failure => failure == null);
    }

    public void Dispose() => _disk.Dispose();

    private async Task<Failure?> SignInAsync(string password, string email = Email) =>
        (await _disk.Pool.SignInAsync(email, password, default)).Failure;

    private async Task FailAsync(int times)
    {
        for (var i = 0; i < times; i++)
            (await SignInAsync(Wrong)).ShouldBe(s_wrong);
    }
}
