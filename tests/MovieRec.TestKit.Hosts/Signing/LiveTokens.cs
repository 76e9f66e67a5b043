using System.Text.Json.Nodes;

namespace MovieRec.TestKit.Hosts.Signing;

/// <summary>Tokens valid at the present hour, because the library uses the machine's clock.</summary>
public static class LiveTokens
{
    public const string Subject = "0b8f6f7e-user";

    public static string Access(Action<JsonObject>? claims = null, TestKey? key = null) => Tokens.Access(
        payload =>
        {
            var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            payload["iat"] = now - 60;
            payload["auth_time"] = now - 60;
            payload["exp"] = now + 3600;
            claims?.Invoke(payload);
        },
        key: key);
}
