namespace MovieRec.LocalHost.Standalone;

/// <summary>The pool's public keys where its issuer says that they are.</summary>
internal static class PoolKeys
{
    public static void Map(WebApplication app, string poolId, string jwks) =>
        app.MapGet($"/{poolId}/.well-known/jwks.json", () => Results.Text(jwks, "application/json"));
}
