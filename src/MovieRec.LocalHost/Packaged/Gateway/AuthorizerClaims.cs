using System.Buffers.Text;
using System.Text.Json;
using MovieRec.Api.Functions;

namespace MovieRec.LocalHost.Packaged.Gateway;

/// <summary>Claims of the token as text, as Cognito's authorizer adds them to an event.</summary>
/// <remarks>
/// The token has been verified before. Claims that cannot be read are no reason to reject it here, because no function trusts the
/// gateway's claims.
/// </remarks>
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
