using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Issuer of access and ID tokens with the claims that Cognito's tokens have.</summary>
internal sealed class TokenIssuer(LocalPoolIdentity identity, string issuer)
{
    public const int LifetimeSeconds = 3_600;

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Issues a pair of tokens; for a refresh, <paramref name="now"/> is later than the sign-in.</summary>
    public (string Access, string Id) Issue(SignInSession signIn, DateTimeOffset now)
    {
        // One event yields both tokens, so they share its id.
        var eventId = RandomIds.Uuid();
        var access = Claims("access", signIn, eventId, now);
        access["client_id"] = identity.ClientId;
        access["scope"] = "aws.cognito.signin.user.admin";
        access["username"] = signIn.UserId;

        var id = Claims("id", signIn, eventId, now);
        id["aud"] = identity.ClientId;
        id["cognito:username"] = signIn.UserId;
        id["email"] = signIn.Email;
        id["email_verified"] = true;
        return (Signed(access), Signed(id));
    }

    private Dictionary<string, object> Claims(string use, SignInSession signIn, string eventId, DateTimeOffset now) => new()
    {
        ["sub"] = signIn.UserId,
        ["iss"] = issuer,
        ["token_use"] = use,
        ["origin_jti"] = signIn.OriginJti,
        ["event_id"] = eventId,
        ["jti"] = RandomIds.Uuid(),
        ["auth_time"] = signIn.AuthTime.ToUnixTimeSeconds(),
        ["iat"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.ToUnixTimeSeconds() + LifetimeSeconds,
    };

    private string Signed(Dictionary<string, object> claims) =>
        _handler.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = identity.Credentials });
}
