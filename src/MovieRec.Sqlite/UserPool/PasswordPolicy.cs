namespace MovieRec.Sqlite.UserPool;

/// <summary>
/// Cognito's default policy in Cognito's words. Not ASP.NET Core Identity's PasswordValidator: it needs a UserManager, and takes any
/// character outside a-z and 0-9 for a symbol where Cognito has a list.
/// </summary>
internal static class PasswordPolicy
{
    private const int MinLength = 8;
    private const int MaxLength = 256;
    private const string Symbols = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+= ";

    /// <summary>What is wrong with the password; null for nothing.</summary>
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
