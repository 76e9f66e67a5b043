namespace MovieRec.Api;

/// <summary>One row of the route table.</summary>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">The path below the stage, without parameters; compared by case.</param>
/// <param name="Function">Who answers.</param>
/// <param name="Access">Whether a Cognito access token is required.</param>
/// <param name="Reads">Tables that are read, and no others.</param>
/// <param name="Writes">Tables that are written, and no others.</param>
/// <param name="BodyLimit">The most bytes of body; one more is 413 <c>PayloadTooLarge</c>.</param>
public sealed record Route(
    string Method,
    string Path,
    FunctionName Function,
    Access Access,
    IReadOnlyList<Table> Reads,
    IReadOnlyList<Table> Writes,
    int BodyLimit)
{
    /// <summary>Whether it is one of accounts, which have throttles of their own.</summary>
    public bool IsOfAccounts => Path.StartsWith("/auth/", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>Who may call a route.</summary>
public enum Access
{
    Public,
    Protected,
}
