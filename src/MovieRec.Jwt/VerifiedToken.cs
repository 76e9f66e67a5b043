using MovieRec.Jwt.Parsing;

namespace MovieRec.Jwt;

/// <summary>A token that passed every check at the moment it was verified. Immutable; do not keep it beyond the request.</summary>
public sealed class VerifiedToken
{
    private readonly ParsedToken _token;

    internal VerifiedToken(ParsedToken token, string? clientId)
    {
        _token = token;
        ClientId = clientId;
    }

    /// <summary><c>sub</c>: the user's permanent id in the pool; never empty.</summary>
    public string Subject => _token.Subject;

    /// <summary><c>username</c> of an access token, <c>cognito:username</c> of an ID token; null for machine clients, which have none.</summary>
    public string? Username => _token.Username;

    /// <summary>The app client: <c>client_id</c> of an access token, the accepted <c>aud</c> of an ID token. Null only when
    /// there is none and <see cref="ClientIds.NotChecked"/> was said.</summary>
    public string? ClientId { get; }

    /// <summary><see cref="TokenUses.Access"/> or <see cref="TokenUses.Id"/>.</summary>
    public TokenUses TokenUse => _token.TokenUse;

    /// <summary>The parts of <c>scope</c>; empty when there is none.</summary>
    public IReadOnlyList<string> Scopes => _token.Scopes;

    /// <summary><c>iss</c>.</summary>
    public string Issuer => _token.Issuer;

    /// <summary><c>exp</c>.</summary>
    public DateTimeOffset ExpiresAt => _token.ExpiresAt;

    /// <summary><c>iat</c>, when the token has one.</summary>
    public DateTimeOffset? IssuedAt => _token.IssuedAt;

    /// <summary>The <c>kid</c> of the key that signed it.</summary>
    public string Kid => _token.Kid;

    /// <summary>The names of all claims.</summary>
    public IReadOnlyCollection<string> ClaimNames => _token.ClaimNames;

    /// <summary>A claim that is a string; null when it is not there or is something else.</summary>
    /// <param name="name">The claim's name, for example <c>jti</c>, <c>event_id</c> or <c>email</c>.</param>
    public string? GetString(string name) => _token.GetString(name);

    /// <summary>A claim that is an array of strings, for example <c>cognito:groups</c>; empty when it is not there or is something else.</summary>
    /// <param name="name">The claim's name.</param>
    public IReadOnlyList<string> GetStrings(string name) => _token.GetStrings(name);
}
