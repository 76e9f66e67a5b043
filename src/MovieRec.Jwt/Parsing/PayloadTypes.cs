using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MovieRec.Jwt.Text;

namespace MovieRec.Jwt.Parsing;

/// <summary>Types of the claims that the rules read (RFC 7519, section 4.1) and of those that Cognito defines.</summary>
internal static class PayloadTypes
{
    private static readonly string[] Strings =
        ["iss", "sub", "token_use", "client_id", "scope", "jti", "azp", "username", "cognito:username"];

    private static readonly string[] NumericDates = ["exp", "nbf", "iat"];

    // Without these there is nothing to check, or no user to name.
    private static readonly string[] Required = ["iss", "sub", "token_use", "exp"];

    public static bool TryCheck(Dictionary<string, JsonMember> payload, [NotNullWhen(false)] out TokenFailure? failure)
    {
        failure = null;
        foreach (var name in Strings)
        {
            if (payload.TryGetValue(name, out var member) && member.Type != JsonTokenType.String)
                failure ??= Malformed(name, "a string", member);
        }
        if (payload.TryGetValue("aud", out var audience) && audience.Type != JsonTokenType.String && !audience.IsStringArray)
            failure ??= Malformed("aud", "a string or an array of strings", audience);
        foreach (var name in NumericDates)
        {
            if (payload.TryGetValue(name, out var member) && (member.Type != JsonTokenType.Number || !NumericDate.IsUsable(member.Number)))
                failure ??= Malformed(name, "seconds since 1970, of the years 1 to 9999", member);
        }
        foreach (var name in Required)
        {
            if (!payload.ContainsKey(name))
                failure ??= new TokenFailure(FailureReason.ClaimMissing, name, $"no {name}");
        }
        return failure is null;
    }

    private static TokenFailure Malformed(string name, string expected, JsonMember actual) => new(
        FailureReason.ClaimMalformed, $"{name}: {expected}", actual.Type == JsonTokenType.Number
            ? $"{name}: {actual.Number}"
            : $"{name}: {actual.Type}");
}
