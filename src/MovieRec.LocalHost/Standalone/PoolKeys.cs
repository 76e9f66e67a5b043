namespace MovieRec.LocalHost.Standalone;

/// <summary>Endpoint of the pool's public keys, below the issuer's address.</summary>
internal static class PoolKeys
{
    public static void Map(WebApplication app, string poolId, string jwks) =>
        app.MapGet($"/{poolId}/.well-known/jwks.json", () => Results.Text(jwks, "application/json"));
}
