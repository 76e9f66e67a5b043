using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.Sqlite.Tests.UserPool;

/// <summary>Password hashes with OWASP's current parameters, also for existing accounts.</summary>
public sealed class PasswordHashTests : IDisposable
{
    private const string Email = "casey@example.com";

    private readonly PoolOnDisk _disk = new();

    [Fact]
    public void Options_ByDefault_AreOwasps() =>
        new LocalUserPoolOptions { Issuer = "http://localhost/local" }.HashIterations.ShouldBe(210_000);

    [Fact]
    public async Task SignIn_OfAnAccountWithFewerRounds_HashesThePasswordAgain()
    {
        await _disk.ConfirmedAsync(Email);
        Hash().ShouldBe((2, 100));

        _disk.Reopen(hashIterations: 150);
        (await _disk.Pool.SignInAsync(Email, "Wrong-Horse-7", default)).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
        Hash().ShouldBe((2, 100), "a wrong password changes nothing");

        (await _disk.Pool.SignInAsync(Email, PoolOnDisk.Password, default)).Failure.ShouldBeNull();
        Hash().ShouldBe((2, 150));
        (await _disk.Pool.SignInAsync(Email, PoolOnDisk.Password, default)).Failure.ShouldBeNull();
    }

    public void Dispose() => _disk.Dispose();

    /// <summary>Reads function (2 is HMAC-SHA-512) and rounds from the hash, format 3 of ASP.NET Core Identity.</summary>
    private (int Function, int Rounds) Hash()
    {
        using var connection = new SqliteConnection($"Data Source={_disk.Disk.Database.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT password_hash FROM users";
        var hash = Convert.FromBase64String((string)command.ExecuteScalar()!);
        hash[0].ShouldBe((byte)1);
        return (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)));
    }
}
