using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Hashing of passwords and codes with ASP.NET Core Identity's hasher (PBKDF2, salted).</summary>
/// <remarks>Codes are hashed slowly too, since six digits under a fast hash are found within a second.</remarks>
internal sealed class SecretHasher
{
    private readonly PasswordHasher<Unused> _hasher;
    private readonly string _nobodys;

    public SecretHasher(int iterations)
    {
        _hasher = new PasswordHasher<Unused>(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        _nobodys = Hash(RandomIds.RefreshToken());
    }

    public string Hash(string secret) => _hasher.HashPassword(Unused.Instance, secret);

    /// <summary>Returns true if <paramref name="hash"/> is a hash of <paramref name="secret"/>.</summary>
    /// <remarks>It takes the same time without a hash, so that the time does not reveal if there is an account.</remarks>
    public bool IsRight(string? hash, string secret) => IsRight(hash, secret, out _);

    /// <param name="hash">The hash; null if there is none.</param>
    /// <param name="secret">The secret to compare.</param>
    /// <param name="isOutdated">True if the hash is right but has fewer iterations than the setting.</param>
    public bool IsRight([NotNullWhen(true)] string? hash, string secret, out bool isOutdated)
    {
        var result = _hasher.VerifyHashedPassword(Unused.Instance, hash ?? _nobodys, secret);
        isOutdated = result == PasswordVerificationResult.SuccessRehashNeeded && hash is not null;
        return result != PasswordVerificationResult.Failed && hash is not null;
    }

    /// <summary>Type parameter of the hasher, which requires a user and ignores it.</summary>
    private sealed class Unused
    {
        public static readonly Unused Instance = new();
    }
}
