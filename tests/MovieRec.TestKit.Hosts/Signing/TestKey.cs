using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MovieRec.TestKit.Hosts.Signing;

/// <summary>Key pair with its JWK.</summary>
/// <remarks>Creating one takes a tenth of a second, so the tests share three.</remarks>
public sealed class TestKey(string kid, int bits = 2048)
{
    private static readonly Lazy<TestKey> LazyFirst = new(() => new TestKey("first"));
    private static readonly Lazy<TestKey> LazySecond = new(() => new TestKey("second"));
    private static readonly Lazy<TestKey> LazyWeak = new(() => new TestKey("weak", 1024));

    public static TestKey First => LazyFirst.Value;

    public static TestKey Second => LazySecond.Value;

    public static TestKey Weak => LazyWeak.Value;

    public string Kid => kid;

    public RSA Rsa { get; } = RSA.Create(bits);

    public static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>Returns a JWKS of these keys.</summary>
    public static string Jwks(params TestKey[] keys) => Jwks([.. keys.Select(key => key.Jwk())]);

    public static string Jwks(params JsonObject[] keys) => new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();

    public JsonObject Jwk(Action<JsonObject>? change = null)
    {
        var parameters = Rsa.ExportParameters(false);
        var jwk = new JsonObject
        {
            ["kid"] = kid,
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["n"] = Encode(parameters.Modulus!),
            ["e"] = Encode(parameters.Exponent!),
        };
        change?.Invoke(jwk);
        return jwk;
    }

    public byte[] Sign(string text, HashAlgorithmName? hash = null, RSASignaturePadding? padding = null) =>
        Rsa.SignData(Encoding.ASCII.GetBytes(text), hash ?? HashAlgorithmName.SHA256, padding ?? RSASignaturePadding.Pkcs1);
}
