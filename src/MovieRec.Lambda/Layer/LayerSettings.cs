using MovieRec.Api.Http;

namespace MovieRec.Lambda.Layer;

/// <summary>What the JWT layer is to accept.</summary>
/// <param name="Issuer">What tokens have as <c>iss</c>.</param>
/// <param name="Jwks">The address of the issuer's keys: https, or http on loopback.</param>
/// <param name="ClientIds">The app clients; at least one.</param>
/// <param name="Scope">The scope that a token must have.</param>
/// <param name="LeewaySeconds">How far the issuer's clock may be from ours: 0 to 300.</param>
internal sealed record LayerSettings(string Issuer, string Jwks, IReadOnlyList<string> ClientIds, string Scope, int LeewaySeconds)
{
    /// <summary>Longest time of a fetch of the keys, 1 to 60; null for the layer's own.</summary>
    public int? FetchTimeoutSeconds { get; init; }

    /// <summary>As <c>cognitojwt_configure</c> takes it. The keys are fetched at once: a function's start has time that a request has not.</summary>
    public ReadOnlyMemory<byte> ToJson() => WireJson.Write(this, static (writer, settings) =>
    {
        writer.WriteStartObject();
        writer.WriteString("issuer"u8, settings.Issuer);
        writer.WriteString("jwks"u8, settings.Jwks);
        writer.WriteStartArray("clientIds"u8);
        foreach (var clientId in settings.ClientIds)
            writer.WriteStringValue(clientId);
        writer.WriteEndArray();
        writer.WriteString("scope"u8, settings.Scope);
        writer.WriteNumber("leewaySeconds"u8, settings.LeewaySeconds);
        writer.WriteBoolean("prefetch"u8, value: true);
        if (settings.FetchTimeoutSeconds is { } seconds)
            writer.WriteNumber("fetchTimeoutSeconds"u8, seconds);
        writer.WriteEndObject();
    });
}
