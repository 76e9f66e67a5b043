using MovieRec.Api.Http;

namespace MovieRec.Lambda.Layer;

/// <summary>Rules of the JWT layer for accepting tokens.</summary>
/// <param name="Issuer">The required <c>iss</c>.</param>
/// <param name="Jwks">The address of the issuer's keys: https, or http on loopback.</param>
/// <param name="ClientIds">The app clients; at least one.</param>
/// <param name="Scope">The scope that a token must have.</param>
/// <param name="LeewaySeconds">Allowed clock difference between issuer and function: 0 to 300.</param>
internal sealed record LayerSettings(string Issuer, string Jwks, IReadOnlyList<string> ClientIds, string Scope, int LeewaySeconds)
{
    /// <summary>Writes the settings in the format of <c>cognitojwt_configure</c>.</summary>
    public ReadOnlyMemory<byte> ToJson() => WireJson.Write(this, static (writer, settings) =>
    {
        writer.WriteStartObject();
        writer.WriteString("issuer"u8, settings.Issuer);
        writer.WriteStartArray("clientIds"u8);
        foreach (var clientId in settings.ClientIds)
            writer.WriteStringValue(clientId);
        writer.WriteEndArray();
        writer.WriteString("scope"u8, settings.Scope);
        writer.WriteNumber("leewaySeconds"u8, settings.LeewaySeconds);
        writer.WriteEndObject();
    });
}
