using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Outcomes;
using MovieRec.LocalHost.Gateway;
using MovieRec.LocalHost.Standalone;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Emails;
using MovieRec.Sqlite.Settings;
using MovieRec.Sqlite.UserPool;
using MovieRec.TestKit;

namespace MovieRec.LocalHost.Tests.Composition;

/// <summary>Limit on concurrent hashing: one processor stays free, and calls with a long wait are rejected at once.</summary>
public sealed class GatedUserPoolTests : IDisposable
{
    private const string Password = "Correct-Horse-7";

    private readonly TemporaryFolder _folder = new();
    private readonly MovieRecDatabase _database;

    public GatedUserPoolTests() => _database = MovieRecDatabase.Open(_folder.File("movierec.db"), NullLogger<MovieRecDatabase>.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_BeyondTheGateAndItsQueue_AreRefusedAtOnce()
    {
        var mailbox = new HeldMailbox();
        using var pool = new GatedUserPool(
            new LocalUserPool(
                _database, LocalPoolIdentity.LoadOrCreate(new SqliteSettings(_database)),
                new LocalUserPoolOptions { Issuer = "http://localhost/local", HashIterations = 100 },
                mailbox, new ManualClock(), NullLogger<LocalUserPool>.Instance),
            new HostLimits { Hashing = 1, HashQueue = 1 });

        var inside = pool.SignUpAsync("inside@example.com", Password, Cancellation);
        await mailbox.Reached;
        var queued = pool.SignInAsync("queued@example.com", Password, Cancellation);
        FailureCode?[] refused =
        [
            (await pool.SignUpAsync("refused@example.com", Password, Cancellation)).Failure?.Code,
            (await pool.ConfirmSignUpAsync("refused@example.com", "123456", Cancellation))?.Code,
            (await pool.ResendConfirmationCodeAsync("refused@example.com", Cancellation))?.Code,
            (await pool.SignInAsync("refused@example.com", Password, Cancellation)).Failure?.Code,
        ];
        refused.ShouldAllBe(code => code == FailureCode.TooManyRequestsException);
        (await pool.RefreshAsync("no token", Cancellation)).Failure!.Code.ShouldBe(
            FailureCode.NotAuthorizedException, "a refresh hashes no password");
        (inside.IsCompleted, queued.IsCompleted).ShouldBe((false, false));

        mailbox.Release();
        (await inside).Failure.ShouldBeNull();
        (await queued).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
        (await pool.SignInAsync("inside@example.com", Password, Cancellation)).Failure!.Code.ShouldBe(
            FailureCode.UserNotConfirmedException);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    /// <summary>Mail sender that blocks, and so holds its caller.</summary>
    private sealed class HeldMailbox : IMailSender
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Release() => _released.TrySetResult();

        public Task SendAsync(Mail mail, CancellationToken cancellationToken)
        {
            _reached.TrySetResult();
            return _released.Task;
        }
    }
}
