namespace MovieRec.Api;

/// <summary>Entry of the route table.</summary>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">The path below the stage, without parameters; compared by case.</param>
/// <param name="Function">The function that handles it.</param>
/// <param name="Access">Public, or protected by a Cognito access token.</param>
/// <param name="Reads">All tables that are read.</param>
/// <param name="Writes">All tables that are written.</param>
/// <param name="BodyLimit">Largest body in bytes; a larger one is rejected with 413 <c>PayloadTooLarge</c>.</param>
public sealed record Route(
    string Method,
    string Path,
    FunctionName Function,
    Access Access,
    IReadOnlyList<Table> Reads,
    IReadOnlyList<Table> Writes,
    int BodyLimit)
{
    /// <summary>True for the account routes, which have their own throttling.</summary>
    public bool IsOfAccounts => Path.StartsWith("/auth/", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>Access control of a route.</summary>
public enum Access
{
    Public,
    Protected,
}
