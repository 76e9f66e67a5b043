using System.Diagnostics.CodeAnalysis;
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
        _nobodys = Hash(RandomIds.RefreshToken());
    }

    public string Hash(string secret) => _hasher.HashPassword(Nobody.Instance, secret);

    /// <summary>Whether <paramref name="hash"/> is of <paramref name="secret"/>. Takes as long where there is no hash, so that the time
    /// does not tell whether there is an account.</summary>
    public bool IsRight(string? hash, string secret) => IsRight(hash, secret, out _);

    /// <param name="hash">The hash; null where there is none.</param>
    /// <param name="secret">What is tried.</param>
    /// <param name="isOutdated">Whether the hash is right and of fewer rounds than are made today.</param>
    public bool IsRight([NotNullWhen(true)] string? hash, string secret, out bool isOutdated)
    {
        var result = _hasher.VerifyHashedPassword(Nobody.Instance, hash ?? _nobodys, secret);
        isOutdated = result == PasswordVerificationResult.SuccessRehashNeeded && hash is not null;
        return result != PasswordVerificationResult.Failed && hash is not null;
    }

    /// <summary>The hasher asks for a user and then ignores it.</summary>
    private sealed class Nobody
    {
        public static readonly Nobody Instance = new();
    }
}
