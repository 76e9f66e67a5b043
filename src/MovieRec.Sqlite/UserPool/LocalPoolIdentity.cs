using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Settings;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Identity of the local pool: its ids and its signing key, created once and stored with the data.</summary>
public sealed class LocalPoolIdentity
{
    internal const string KeySetting = "pool-signing-key";

    private const int KeyBits = 2_048;

    private readonly RsaSecurityKey _key;

    private LocalPoolIdentity(string poolId, string clientId, RSAParameters key)
    {
        PoolId = poolId;
        ClientId = clientId;
        // Created from parameters, since an RSA object would be shared by all threads that sign.
        _key = new RsaSecurityKey(key);
        _key.KeyId = Base64Url.EncodeToString(_key.ComputeJwkThumbprint());
        Credentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256);
    }

    /// <summary>Id of the pool, such as <c>local_AbC123xyz</c>; the last part of the issuer's address.</summary>
    public string PoolId { get; }

    /// <summary>Id of the only client to which tokens are issued: 26 lower-case letters and digits.</summary>
    public string ClientId { get; }

    internal SigningCredentials Credentials { get; }

    public static LocalPoolIdentity LoadOrCreate(SqliteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var poolId = settings.GetOrCreate("pool-id", () => Encoding.ASCII.GetBytes(RandomIds.PoolId()));
        var clientId = settings.GetOrCreate("pool-client-id", () => Encoding.ASCII.GetBytes(RandomIds.ClientId()));
        using var key = RSA.Create();
        try
        {
            key.ImportPkcs8PrivateKey(settings.GetOrCreate(KeySetting, NewKey), out _);
        }
        catch (CryptographicException damaged)
        {
            throw new ConfigurationException(
                "The signing key in the database is damaged; put a backup in its place (./movierec restore FILE) or name another --data "
                + "folder.", damaged);
        }
        return new LocalPoolIdentity(Encoding.ASCII.GetString(poolId), Encoding.ASCII.GetString(clientId), key.ExportParameters(true));
    }

    /// <summary>Returns the JWKS (RFC 7517) for <c>/.well-known/jwks.json</c> under the issuer, in the form that Cognito
    /// publishes.</summary>
    public string JwksJson()
    {
        var key = new JsonObject
        {
            ["alg"] = SecurityAlgorithms.RsaSha256,
            ["e"] = Base64Url.EncodeToString(_key.Parameters.Exponent),
            ["kid"] = _key.KeyId,
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(_key.Parameters.Modulus),
            ["use"] = "sig",
        };
        return new JsonObject { ["keys"] = new JsonArray(key) }.ToJsonString();
    }

    private static byte[] NewKey()
    {
        using var key = RSA.Create(KeyBits);
        return key.ExportPkcs8PrivateKey();
    }
}
