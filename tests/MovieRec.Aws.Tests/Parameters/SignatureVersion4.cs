using System.Security.Cryptography;
using System.Text;

namespace MovieRec.Aws.Tests.Parameters;

/// <summary>AWS's signature of a request without a query, as its documentation describes it, to check the SDK's by.</summary>
internal static class SignatureVersion4
{
    public static string Of(
        string method, string path, IReadOnlyDictionary<string, string> headers, byte[] body, string secret, string time, string region, string service)
    {
        var names = headers.Keys.Order(StringComparer.Ordinal).ToList();
        var canonical = new StringBuilder().Append(method).Append('\n').Append(path).Append("\n\n");
        foreach (var name in names)
            canonical.Append(name).Append(':').Append(headers[name].Trim()).Append('\n');
        canonical.Append('\n').AppendJoin(';', names).Append('\n').Append(Hash(body));

        var scope = $"{time[..8]}/{region}/{service}/aws4_request";
        var key = Encoding.UTF8.GetBytes($"AWS4{secret}");
        foreach (var part in scope.Split('/'))
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        var text = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical.ToString()))}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
