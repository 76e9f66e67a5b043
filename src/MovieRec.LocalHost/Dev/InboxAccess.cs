using System.Security.Cryptography;
using System.Text;

namespace MovieRec.LocalHost.Dev;

/// <summary>Rules for reading the inbox: the request has the token and came through no proxy.</summary>
/// <remarks>Behind a proxy on this machine every request comes from loopback, so an address proves nothing. A plain proxy adds no header
/// field, so the token decides. The header fields of other proxies are a second check, in case the token has leaked.</remarks>
internal static class InboxAccess
{
    public static bool IsAllowed(HttpRequest request, string? token, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(expected))
        && !request.Headers.Keys.Any(IsOfAProxy);

    private static bool IsOfAProxy(string field) =>
        field.ToUpperInvariant() is "FORWARDED" or "VIA" or "X-REAL-IP"
        || field.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || field.StartsWith("CF-", StringComparison.OrdinalIgnoreCase);
}
