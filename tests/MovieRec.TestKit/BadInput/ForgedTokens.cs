using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MovieRec.TestKit.Http;

namespace MovieRec.TestKit.BadInput;

/// <summary>Tokens that an attacker can make from a token of their own and the public keys.</summary>
/// <remarks>Expired tokens need the pool's private key; MovieRec.Jwt.Tests tests them.</remarks>
public static class ForgedTokens
{
    private static readonly RSA s_otherKey = RSA.Create(2048);

    /// <summary>Values of the <c>Authorization</c> header with their defect; null for no header.</summary>
    public static IReadOnlyList<(string What, Func<Material, string?> Authorization)> All { get; } =
    [
        ("no field", _ => null),
        ("an empty field", _ => ""),
        ("Bearer alone", _ => "Bearer"),
        ("Bearer and spaces", _ => "Bearer    "),
        ("Basic", _ => "Basic YW5uOnNlY3JldA=="),
        ("the token under another scheme", genuine => $"Token {genuine.Access}"),
        ("the token without a scheme", genuine => genuine.Access),
        ("no space after Bearer", genuine => $"Bearer{genuine.Access}"),
        ("the token in quotes", genuine => $"Bearer \"{genuine.Access}\""),
        ("two tokens with a comma", genuine => $"Bearer {genuine.Access}, Bearer {genuine.Access}"),
        ("two tokens with a space", genuine => $"Bearer {genuine.Access} {genuine.Access}"),
        ("garbage", _ => "Bearer garbage"),
        ("garbage in three parts", _ => "Bearer a.b.c"),
        ("dots", _ => "Bearer .."),
        ("emoji", _ => "Bearer %F0%9F%8E%AC"),
        ("the ID token", genuine => $"Bearer {genuine.Id}"),
        ("the refresh token", genuine => $"Bearer {genuine.Refresh}"),
        ("no signature", genuine => $"Bearer {genuine.Access[..(genuine.Access.LastIndexOf('.') + 1)]}"),
        ("the signature changed", genuine => $"Bearer {Changed(genuine.Access, genuine.Access.LastIndexOf('.') + 1)}"),
        ("the last character spelled another way", genuine => $"Bearer {genuine.Access[..^1]}{OtherSpelling(genuine.Access[^1])}"),
        ("padding at the end", genuine => $"Bearer {genuine.Access}=="),
        ("a fourth part", genuine => $"Bearer {genuine.Access}.e30"),
        ("the payload of another user under the signature",
            genuine => Token(genuine.Header, genuine.With("sub", "another-user"), genuine.Signature)),
        ("an exp moved under the signature", genuine => Token(genuine.Header, genuine.With("exp", 4_000_000_000), genuine.Signature)),
        ("the ID token's payload under the access token's signature",
            genuine => Token(genuine.Header, Part(genuine.Id, 1), genuine.Signature)),
        ("alg none", genuine => Token("""{"alg":"none","typ":"JWT"}"""u8, genuine.Payload, [])),
        ("alg nOnE with the kid", genuine => Token(genuine.HeaderWith("alg", "nOnE"), genuine.Payload, [])),
        ("alg none with the signature kept", genuine => Token(genuine.HeaderWith("alg", "none"), genuine.Payload, genuine.Signature)),
        ("HS256 with the public key's PEM", genuine => Hmac(genuine, Encoding.ASCII.GetBytes(genuine.Key.ExportSubjectPublicKeyInfoPem()))),
        ("HS256 with the public key's DER", genuine => Hmac(genuine, genuine.Key.ExportSubjectPublicKeyInfo())),
        ("HS256 with the modulus", genuine => Hmac(genuine, genuine.Key.ExportParameters(false).Modulus!)),
        ("HS256 with an empty key", genuine => Hmac(genuine, [])),
        ("another RSA key with the pool's kid", genuine => Rsa(genuine.Header, genuine.Payload)),
        ("another RSA key that the header brings", genuine => Rsa(genuine.HeaderWith("jwk", JsonNode.Parse(OwnJwk())!), genuine.Payload)),
        ("another RSA key at an address in the header",
            genuine => Rsa(genuine.HeaderWith("jku", "https://evil.example.com/jwks.json"), genuine.Payload)),
        ("an unknown kid", genuine => Rsa(genuine.HeaderWith("kid", "unknown"), genuine.Payload)),
        ("a kid that is a path", genuine => Rsa(genuine.HeaderWith("kid", "../../../../dev/null"), genuine.Payload)),
        ("no kid", genuine => Rsa("""{"alg":"RS256"}"""u8, genuine.Payload)),
        ("crit", genuine => Rsa(genuine.HeaderWith("crit", new JsonArray("exp")), genuine.Payload)),
        ("a payload that is no JSON", genuine => Token(genuine.Header, "abc"u8, genuine.Signature)),
        ("a payload that is a list", genuine => Token(genuine.Header, "[]"u8, genuine.Signature)),
    ];

    private static string Token(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature) =>
        $"Bearer {Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(signature)}";

    private static string Hmac(Material genuine, byte[] key)
    {
        var header = genuine.HeaderWith("alg", "HS256");
        return Token(header, genuine.Payload, HMACSHA256.HashData(key, Signed(header, genuine.Payload)));
    }

    private static string Rsa(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) =>
        Token(header, payload, s_otherKey.SignData(Signed(header, payload), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static byte[] Signed(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) =>
        Encoding.ASCII.GetBytes($"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}");

    private static string OwnJwk()
    {
        var key = s_otherKey.ExportParameters(false);
        return $$"""{"kty":"RSA","n":"{{Base64Url.EncodeToString(key.Modulus)}}","e":"{{Base64Url.EncodeToString(key.Exponent)}}"}""";
    }

    private static string Changed(string token, int position) =>
        string.Concat(token.AsSpan(0, position), token[position] == 'A' ? "B" : "A", token.AsSpan(position + 1));

    /// <summary>Returns another last character that encodes the same signature.</summary>
    /// <remarks>256 bytes leave four bits of the last character unused, and this sets one of them.</remarks>
    private static char OtherSpelling(char last)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet[alphabet.IndexOf(last, StringComparison.Ordinal) ^ 1];
    }

    private static byte[] Part(string token, int index) => Base64Url.DecodeFromChars(token.Split('.')[index]);

    /// <summary>Genuine tokens of a user, and the pool's public key.</summary>
    public sealed record Material(string Access, string Id, string Refresh, RSA Key)
    {
        public byte[] Header => Part(Access, 0);

        public byte[] Payload => Part(Access, 1);

        public byte[] Signature => Part(Access, 2);

        public static async Task<Material> GetAsync(ApiClient client)
        {
            var issuer = JsonDocument.Parse(Part(client.AccessToken!, 1)).RootElement.GetProperty("iss").GetString();
            using var http = new HttpClient();
            var keys = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri($"{issuer}/.well-known/jwks.json"))).RootElement.GetProperty(
                "keys");
            var key = RSA.Create(new RSAParameters
            {
                Modulus = Base64Url.DecodeFromChars(keys[0].GetProperty("n").GetString()),
                Exponent = Base64Url.DecodeFromChars(keys[0].GetProperty("e").GetString()),
            });
            return new Material(client.AccessToken!, client.IdToken!, client.RefreshToken!, key);
        }

        public byte[] HeaderWith(string name, JsonNode value) => Replace(Header, name, value);

        public byte[] With(string name, JsonNode value) => Replace(Payload, name, value);

        private static byte[] Replace(byte[] json, string name, JsonNode value)
        {
            var changed = JsonNode.Parse(json)!.AsObject();
            changed[name] = value;
            return Encoding.UTF8.GetBytes(changed.ToJsonString());
        }
    }
}
