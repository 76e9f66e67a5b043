using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Inbox;
using MovieRec.Sqlite.Settings;
using MovieRec.Sqlite.UserPool;
using MovieRec.TestKit;

namespace MovieRec.Cli.Tests.Commands;

/// <summary>Sign-out of all users, which ends access tokens and refresh tokens.</summary>
/// <remarks>Deleting only the signing key ended the access tokens, but every refresh token created new ones.</remarks>
public sealed class UserCommandTests : IDisposable
{
    private const string Email = "me@example.com";
    private const string Password = "Correct-Horse-7";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignOutAll_OfAStoppedService_EndsAccessAndRefreshTokensAndKeepsTheAccount()
    {
        string refreshToken, key;
        using (var database = Open())
        {
            var (pool, inbox, identity) = Pool(database);
            key = identity.JwksJson();
            (await pool.SignUpAsync(Email, Password, Cancellation)).Failure.ShouldBeNull();
            (await pool.ConfirmSignUpAsync(Email, (await inbox.ReadAsync(Email, Cancellation))[^1].Code, Cancellation)).ShouldBeNull();
            refreshToken = await SignInAsync(pool);

            var (status, output, error) = await SignOutAsync();
            (status, output).ShouldBe((1, ""));
            error.ShouldContain("stop ./run");
            (await pool.RefreshAsync(refreshToken, Cancellation)).Failure.ShouldBeNull("nothing is changed while the service runs");
        }

        var ended = await SignOutAsync();
        ended.Status.ShouldBe(0, ended.Error);
        ended.Output.ShouldContain("1 refresh tokens");

        using (var database = Open())
        {
            var (pool, _, identity) = Pool(database);
            identity.JwksJson().ShouldNotBe(key);
            (await pool.RefreshAsync(refreshToken, Cancellation)).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
            await SignInAsync(pool);
        }
    }

    [Fact]
    public async Task SignOutAll_OfAFolderWithoutAService_SaysSo()
    {
        var (status, _, error) = await Program.RunAsync("user", "sign-out-all", "--data", _folder.File("nowhere"));
        status.ShouldBe(1);
        error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("--data");
        Directory.Exists(_folder.File("nowhere")).ShouldBeFalse("a wrong name creates no folder");
    }

    public void Dispose() => _folder.Dispose();

    private Task<(int Status, string Output, string Error)> SignOutAsync() =>
        Program.RunAsync("user", "sign-out-all", "--data", _folder.Path);

    private MovieRecDatabase Open() => MovieRecDatabase.Open(new DataFolder(_folder.Path).Database, NullLogger<MovieRecDatabase>.Instance);

    private static (LocalUserPool Pool, SqliteInbox Inbox, LocalPoolIdentity Identity) Pool(MovieRecDatabase database)
    {
        var (inbox, identity) = (new SqliteInbox(database), LocalPoolIdentity.LoadOrCreate(new SqliteSettings(database)));
        var options = new LocalUserPoolOptions { Issuer = "http://localhost/local", HashIterations = 100 };
        return (new LocalUserPool(database, identity, options, inbox, new ManualClock(), NullLogger<LocalUserPool>.Instance), inbox,
            identity);
    }

    private static async Task<string> SignInAsync(LocalUserPool pool)
    {
        (await pool.SignInAsync(Email, Password, Cancellation)).Succeeded(out var tokens, out var failure).ShouldBeTrue(failure?.Message);
        return tokens!.RefreshToken;
    }
}
