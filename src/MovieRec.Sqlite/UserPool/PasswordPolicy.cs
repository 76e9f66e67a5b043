namespace MovieRec.Sqlite.UserPool;

/// <summary>Cognito's default password policy, with Cognito's messages.</summary>
/// <remarks>
/// ASP.NET Core Identity's PasswordValidator is not used: it needs a UserManager, and accepts any character other than an ASCII letter or
/// digit as a symbol, while Cognito has a list.
/// </remarks>
internal static class PasswordPolicy
{
    private const int MinLength = 8;
    private const int MaxLength = 256;
    private const string Symbols = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+= ";

    /// <summary>Returns the rule that the password breaks; null if none.</summary>
    public static string? Problem(string password)
    {
        var problem = password switch
        {
            { Length: < MinLength } => "Password not long enough",
            { Length: > MaxLength } => "Password too long",
            _ when password.Trim().Length < password.Length => "Password must not begin or end with a space",
            _ when !password.Any(char.IsAsciiLetterUpper) => "Password must have uppercase characters",
            _ when !password.Any(char.IsAsciiLetterLower) => "Password must have lowercase characters",
            _ when !password.Any(char.IsAsciiDigit) => "Password must have numeric characters",
            _ when !password.Any(character => Symbols.Contains(character, StringComparison.Ordinal)) =>
                "Password must have symbol characters",
            _ => null,
        };
        return problem is null ? null : $"Password did not conform with policy: {problem}";
    }
}
