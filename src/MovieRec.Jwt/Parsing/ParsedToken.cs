using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using MovieRec.Jwt.Keys;
using MovieRec.Jwt.Text;

namespace MovieRec.Jwt.Parsing;

/// <summary>A well-formed token, not trusted until its signature is verified.</summary>
internal sealed class ParsedToken
{
    private readonly JsonWebToken _jwt;
    private readonly Dictionary<string, JsonMember> _claims;
    private readonly byte[] _signature;
    private readonly int _signedLength;
    private readonly string[] _audiences;

    /// <param name="jwt">The token.</param>
    /// <param name="claims">The payload's members with their types.</param>
    /// <param name="signature">The decoded third part.</param>
    /// <param name="signedLength">Number of characters before the second dot, which are signed (RFC 7515, section 5.2).</param>
    public ParsedToken(JsonWebToken jwt, Dictionary<string, JsonMember> claims, byte[] signature, int signedLength)
    {
        _jwt = jwt;
        _claims = claims;
        _signature = signature;
        _signedLength = signedLength;
        TokenUse = GetString("token_use") switch { "access" => TokenUses.Access, "id" => TokenUses.Id, _ => TokenUses.None };
        Username = GetString(TokenUse == TokenUses.Id ? "cognito:username" : "username");
        Scopes = GetString("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        _audiences = [.. jwt.Audiences];
        Clients = TokenUse == TokenUses.Id ? _audiences : GetString("client_id") is { } clientId ? [clientId] : [];
        ExpiresAt = GetDate("exp")!.Value;
        NotBefore = GetDate("nbf");
        IssuedAt = GetDate("iat");
    }

    public string Kid => _jwt.Kid;

    public string Issuer => _jwt.Issuer;

    public string Subject => _jwt.Subject;

    public string? Username { get; }

    /// <summary>The <c>token_use</c>; <c>None</c> for a value that Cognito does not define.</summary>
    public TokenUses TokenUse { get; }

    public string[] Scopes { get; }

    /// <summary>The app clients: <c>aud</c> of an ID token, <c>client_id</c> of others.</summary>
    public string[] Clients { get; }

    public DateTimeOffset ExpiresAt { get; }

    public DateTimeOffset? NotBefore { get; }

    public DateTimeOffset? IssuedAt { get; }

    public IReadOnlyCollection<string> ClaimNames => _claims.Keys;

    public string? GetString(string name)
    {
        if (!_claims.TryGetValue(name, out var member) || member.Type != JsonTokenType.String)
            return null;
        return TryGetElement(name, out var element) ? element.GetString() : _jwt.GetPayloadValue<string>(name);
    }

    public string[] GetStrings(string name)
    {
        if (!_claims.TryGetValue(name, out var member) || !member.IsStringArray)
            return [];
        if (name == "aud")
            return _audiences;
        return TryGetElement(name, out var element) ? [.. element.EnumerateArray().Select(item => item.GetString()!)] : [];
    }

    public bool IsSignedBy(VerificationKey key)
    {
        var signed = ArrayPool<byte>.Shared.Rent(_signedLength);
        try
        {
            Encoding.ASCII.GetBytes(_jwt.EncodedToken.AsSpan(0, _signedLength), signed);
            return key.Verify(new ArraySegment<byte>(signed, 0, _signedLength), _signature);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(signed);
        }
    }

    private bool TryGetElement(string name, out JsonElement element) => _jwt.TryGetPayloadValue(name, out element);

    private DateTimeOffset? GetDate(string name) =>
        _claims.TryGetValue(name, out var member) ? NumericDate.ToDate(member.Number) : null;
}
