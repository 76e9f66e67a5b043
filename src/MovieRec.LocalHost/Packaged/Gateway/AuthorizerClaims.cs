using System.Buffers.Text;
using System.Text.Json;
using MovieRec.Api.Functions;

namespace MovieRec.LocalHost.Packaged.Gateway;

/// <summary>
/// What the authorizer says of the caller, as Cognito's does: the token's claims, each as text. The token has been verified by now; what
/// cannot be read is no reason to refuse it here, for no function of ours takes the gateway's word.
/// </summary>
internal static class AuthorizerClaims
{
    public static void Write(Utf8JsonWriter writer, string? authorization)
    {
        writer.WriteStartObject("authorizer"u8);
        writer.WriteStartObject("claims"u8);
        foreach (var claim in Read(authorization))
            writer.WriteString(claim.Name, claim.Value.ToString());
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static JsonProperty[] Read(string? authorization)
    {
        if (BearerToken.Parse(authorization)?.Split('.') is not [_, var payload, _] || !Base64Url.IsValid(payload))
            return [];
        try
        {
            var claims = JsonElement.Parse(Base64Url.DecodeFromChars(payload));
            return claims.ValueKind == JsonValueKind.Object ? [.. claims.EnumerateObject()] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
