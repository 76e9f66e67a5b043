using MovieRec.Jwt.Parsing;

namespace MovieRec.Jwt;

/// <summary>Immutable token that passed every check when it was verified; do not keep it beyond the request.</summary>
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

    /// <summary><c>username</c> of an access token, <c>cognito:username</c> of an ID token; null for machine clients.</summary>
    public string? Username => _token.Username;

    /// <summary>The app client: <c>client_id</c> of an access token, the accepted <c>aud</c> of an ID token.</summary>
    /// <remarks>Null only if there is none and <see cref="ClientIds.NotChecked"/> is set.</remarks>
    public string? ClientId { get; }

    /// <summary><see cref="TokenUses.Access"/> or <see cref="TokenUses.Id"/>.</summary>
    public TokenUses TokenUse => _token.TokenUse;

    /// <summary>The parts of <c>scope</c>; empty if there is none.</summary>
    public IReadOnlyList<string> Scopes => _token.Scopes;

    /// <summary><c>iss</c>.</summary>
    public string Issuer => _token.Issuer;

    /// <summary><c>exp</c>.</summary>
    public DateTimeOffset ExpiresAt => _token.ExpiresAt;

    /// <summary><c>iat</c>; null if the token has none.</summary>
    public DateTimeOffset? IssuedAt => _token.IssuedAt;

    /// <summary>The <c>kid</c> of the key that signed it.</summary>
    public string Kid => _token.Kid;

    /// <summary>The names of all claims.</summary>
    public IReadOnlyCollection<string> ClaimNames => _token.ClaimNames;

    /// <summary>Returns a claim that is a string; null if it is missing or has another type.</summary>
    /// <param name="name">The claim's name, for example <c>jti</c>, <c>event_id</c> or <c>email</c>.</param>
    public string? GetString(string name) => _token.GetString(name);

    /// <summary>Returns a claim that is an array of strings; empty if it is missing or has another type.</summary>
    /// <param name="name">The claim's name, for example <c>cognito:groups</c>.</param>
    public IReadOnlyList<string> GetStrings(string name) => _token.GetStrings(name);
}
