using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MovieRec.ColdStart.Bench;

/// <summary>Stand-in for a user pool: signs access tokens and serves their key.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string PoolId = "eu-west-1_AbC123xyz";
    public const string ClientId = "4qh1example";
    public const string UserId = "0b8f6f7e-5b8e-4d3a-9d55-0f0c7a1d2e3f";

    public const string Name = $"https://cognito-idp.eu-west-1.amazonaws.com/{PoolId}";
    private const string KeyId = "bench";

    private readonly RSA _key;
    private readonly WebApplication _server;

    private Issuer(RSA key, WebApplication server)
    {
        _key = key;
        _server = server;
    }

    public string JwksAddress => $"{Loopback.GetAddress(_server)}/{PoolId}/.well-known/jwks.json";

    public byte[] Keys => Jwks(_key);

    public static async Task<Issuer> StartAsync(RSA key, X509Certificate2? certificate, CancellationToken cancellationToken)
    {
        var keys = Jwks(key);
        return new Issuer(key, await Loopback.ServeAsync(Response, certificate, cancellationToken));

        Task Response(HttpContext context)
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = keys.Length;
            return context.Response.Body.WriteAsync(keys, context.RequestAborted).AsTask();
        }
    }

    /// <summary>Creates a unique access token like Cognito's, valid for an hour.</summary>
    public string NewToken()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = JsonSerializer.SerializeToUtf8Bytes(new { kid = KeyId, alg = "RS256" });
        var claims = JsonSerializer.SerializeToUtf8Bytes(new
        {
            sub = UserId,
            iss = Name,
            client_id = ClientId,
            origin_jti = Guid.NewGuid(),
            event_id = Guid.NewGuid(),
            token_use = "access",
            scope = "aws.cognito.signin.user.admin",
            auth_time = now,
            exp = now + 3600,
            iat = now,
            jti = Guid.NewGuid(),
            username = UserId,
        });
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(claims)}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static byte[] Jwks(RSA key)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            keys = new[]
            {
                new
                {
                    alg = "RS256",
                    e = Base64Url.EncodeToString(numbers.Exponent),
                    kid = KeyId,
                    kty = "RSA",
                    n = Base64Url.EncodeToString(numbers.Modulus),
                    use = "sig",
                },
            },
        });
    }
}
