namespace MovieRec.Jwt;

/// <summary>The scopes of which a token must have one, or explicitly <see cref="NotChecked"/>.</summary>
public sealed class Scopes
{
    private readonly string[]? _accepted;

    private Scopes(string[]? accepted) => _accepted = accepted;

    /// <summary>Ignores <c>scope</c>, which ID tokens do not have.</summary>
    public static Scopes NotChecked { get; } = new(null);

    /// <summary>Accepts tokens that have any of these scopes (RFC 6749, section 3.3: case-sensitive, separated by spaces).</summary>
    /// <param name="scopes">At least one; none empty.</param>
    /// <example><c>Scopes.AnyOf("aws.cognito.signin.user.admin")</c>: every Cognito sign-in by password has this scope.</example>
    /// <exception cref="ArgumentException">None given, or an empty one.</exception>
    public static Scopes AnyOf(params string[] scopes) => new(AcceptedNames.Checked(scopes, nameof(Scopes)));

    /// <summary>Describes the accepted scopes in words.</summary>
    public override string ToString() => AcceptedNames.InWords(_accepted);

    internal bool Accepts(ReadOnlySpan<string> scopes) => _accepted is null || scopes.ContainsAny(_accepted);
}
