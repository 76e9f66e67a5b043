using System.Text.Json.Nodes;

namespace MovieRec.TestKit.Hosts.Signing;

/// <summary>Tokens as Cognito creates them, and as it never would.</summary>
public static class Tokens
{
    public const string Issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123xyz";
    public const string ClientId = "client-1";

    /// <summary>Unix time in seconds at which <see cref="TestKit.ManualClock"/> starts.</summary>
    public const long Now = 1_795_341_600;

    public static JsonObject Header(string kid = "first") => new() { ["kid"] = kid, ["alg"] = "RS256" };

    public static JsonObject AccessClaims() => new()
    {
        ["sub"] = "0b8f6f7e-user",
        ["iss"] = Issuer,
        ["client_id"] = ClientId,
        ["token_use"] = "access",
        ["scope"] = "aws.cognito.signin.user.admin profile",
        ["auth_time"] = Now - 60,
        ["iat"] = Now - 60,
        ["exp"] = Now + 3600,
        ["jti"] = "0f0e0d0c",
        ["username"] = "ada",
        ["cognito:groups"] = new JsonArray("admins", "readers"),
    };

    public static JsonObject IdClaims() => new()
    {
        ["sub"] = "0b8f6f7e-user",
        ["iss"] = Issuer,
        ["aud"] = ClientId,
        ["token_use"] = "id",
        ["iat"] = Now - 60,
        ["exp"] = Now + 3600,
        ["cognito:username"] = "ada",
        ["email"] = "ada@example.com",
        ["email_verified"] = true,
    };

    /// <summary>Creates a valid access token with the given changes.</summary>
    public static string Access(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, TestKey? key = null) =>
        Signed(AccessClaims(), claims, header, key);

    /// <summary>Creates a valid ID token with the given changes.</summary>
    public static string Id(Action<JsonObject>? claims = null) => Signed(IdClaims(), claims, null, null);

    /// <summary>Signs any text as header and payload.</summary>
    public static string FromJson(string header, string payload, TestKey? key = null) =>
        FromParts(TestKey.Encode(header), TestKey.Encode(payload), key);

    /// <summary>Signs any first and second part.</summary>
    public static string FromParts(string header, string payload, TestKey? key = null) =>
        $"{header}.{payload}.{TestKey.Encode((key ?? TestKey.First).Sign($"{header}.{payload}"))}";

    /// <summary>Creates a valid access token with one claim as the given text, which need not be JSON.</summary>
    public static string WithRawClaim(string name, string json)
    {
        var claims = AccessClaims();
        claims.Remove(name);
        return FromJson(Header().ToJsonString(), claims.ToJsonString()[..^1] + $",\"{name}\":{json}}}");
    }

    private static string Signed(JsonObject payload, Action<JsonObject>? claims, Action<JsonObject>? header, TestKey? key)
    {
        key ??= TestKey.First;
        claims?.Invoke(payload);
        var top = Header(key.Kid);
        header?.Invoke(top);
        return FromJson(top.ToJsonString(), payload.ToJsonString(), key);
    }
}
