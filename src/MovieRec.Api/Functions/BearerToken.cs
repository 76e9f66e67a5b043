namespace MovieRec.Api.Functions;

/// <summary>Parser of the <c>Authorization</c> field: <c>Bearer</c> in any case, spaces, the token (RFC 6750, section 2.1).</summary>
public static class BearerToken
{
    private const string Scheme = "Bearer ";

    public static string? Parse(string? authorization) =>
        authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && authorization[Scheme.Length..].Trim(' ') is { Length: > 0 } token
            ? token
            : null;
}
