using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Sqlite.Settings;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.Sqlite.UserPool;
using MovieRec.TestKit;

namespace MovieRec.Sqlite.Tests.UserPool;

/// <summary>User pool with the test's clock and mail sender; its hashes are fast, because other tests cover their cost.</summary>
internal sealed class PoolOnDisk : IDisposable
{
    public const string Password = "Correct-Horse-7";

    /// <summary>Database with only a pool's identity, because creating a key takes a third of a second.</summary>
    private static readonly Lazy<byte[]> s_newPool = new(() =>
    {
        using var disk = new DatabaseOnDisk();
        LocalPoolIdentity.LoadOrCreate(new SqliteSettings(disk.Database));
        disk.Database.Dispose();
        return disk.Bytes();
    });

    private readonly ILogger<LocalUserPool> _logger;

    /// <param name="withOwnIdentity">True to create ids and a key that no other test has.</param>
    public PoolOnDisk(ILogger<LocalUserPool>? logger = null, bool withOwnIdentity = false)
    {
        _logger = logger ?? NullLogger<LocalUserPool>.Instance;
        Disk = new DatabaseOnDisk(withOwnIdentity ? null : s_newPool.Value);
        Reopen();
    }

    public DatabaseOnDisk Disk { get; }

    public ManualClock Clock { get; } = new();

    public RecordingMailbox Mailbox { get; } = new();

    public LocalPoolIdentity Identity { get; private set; } = null!;

    public LocalUserPool Pool { get; private set; } = null!;

    public string Issuer => $"http://localhost:8080/{Identity.PoolId}";

    /// <summary>Opens the pool again, as a restart of the program does.</summary>
    /// <param name="hashIterations">Rounds after this start.</param>
    public void Reopen(int hashIterations = 100)
    {
        Identity = LocalPoolIdentity.LoadOrCreate(new SqliteSettings(Disk.Reopen()));
        var options = new LocalUserPoolOptions { Issuer = Issuer, HashIterations = hashIterations };
        Pool = new LocalUserPool(Disk.Database, Identity, options, Mailbox, Clock, _logger);
    }

    /// <returns>The user's <c>sub</c>.</returns>
    public async Task<string> ConfirmedAsync(string email)
    {
        (await Pool.SignUpAsync(email, Password, default)).Succeeded(out var sub, out var failure).ShouldBeTrue(failure?.Message);
        (await Pool.ConfirmSignUpAsync(email, Mailbox.NewestCodeTo(email), default)).ShouldBeNull();
        return sub!;
    }

    public void Dispose() => Disk.Dispose();
}
