using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MovieRec.Sqlite.UserPool;

/// <summary>
/// Hashes passwords and codes with ASP.NET Core Identity's hasher (PBKDF2, salted). Codes too: six digits under a fast hash are found
/// within a second.
/// </summary>
internal sealed class SecretHasher
{
    private readonly PasswordHasher<Nobody> _hasher;
    private readonly string _nobodys;

    public SecretHasher(int iterations)
    {
        _hasher = new PasswordHasher<Nobody>(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        _nobodys = Hash(RandomText.RefreshToken());
    }

    public string Hash(string secret) => _hasher.HashPassword(Nobody.Instance, secret);

    /// <summary>Whether <paramref name="hash"/> is of <paramref name="secret"/>. Takes as long where there is no hash, so that the time
    /// does not tell whether there is an account.</summary>
    public bool IsRight(string? hash, string secret) =>
        _hasher.VerifyHashedPassword(Nobody.Instance, hash ?? _nobodys, secret) != PasswordVerificationResult.Failed && hash is not null;

    /// <summary>The hasher asks for a user and then ignores it.</summary>
    private sealed class Nobody
    {
        public static readonly Nobody Instance = new();
    }
}
