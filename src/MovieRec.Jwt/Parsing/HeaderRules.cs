using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MovieRec.Jwt.Text;

namespace MovieRec.Jwt.Parsing;

/// <summary>Rules for the header (RFC 7515, section 4), as strict as Cognito's tokens allow.</summary>
/// <remarks>Keys in a header (<c>jwk</c>, <c>jku</c>, <c>x5c</c>, <c>x5u</c>) are never used (RFC 8725, section 3.10).</remarks>
internal static class HeaderRules
{
    private static readonly string[] StringParameters = ["alg", "kid", "typ", "cty", "x5t", "x5t#S256", "enc", "zip"];

    /// <summary>Checks the types, and that no <c>crit</c> is there.</summary>
    public static bool TryCheck(Dictionary<string, JsonMember> header, [NotNullWhen(false)] out TokenFailure? failure)
    {
        failure = null;
        foreach (var name in StringParameters)
        {
            if (header.TryGetValue(name, out var member) && member.Type != JsonTokenType.String)
                failure ??= new TokenFailure(FailureReason.HeaderMalformed, $"{name}: a string", $"{name}: {member.Type}");
        }
        if (failure is null && header.ContainsKey("crit"))
            failure = new TokenFailure(FailureReason.CriticalNotSupported, "no crit in the header", "crit");
        return failure is null;
    }

    /// <summary>Checks the values of a header whose types are right.</summary>
    public static bool TryCheckValues(
        JsonWebToken jwt, Dictionary<string, JsonMember> header, [NotNullWhen(false)] out TokenFailure? failure)
    {
        failure = null;
        if (jwt.Alg != SecurityAlgorithms.RsaSha256)
        {
            var actual = header.ContainsKey("alg") ? TokenFailure.Quote(jwt.Alg) : "no alg";
            failure = new TokenFailure(FailureReason.AlgorithmNotAllowed, SecurityAlgorithms.RsaSha256, actual);
        }
        else if (string.IsNullOrEmpty(jwt.Kid))
        {
            failure =
                new TokenFailure(FailureReason.KidMissing, "a kid in the header", header.ContainsKey("kid") ? "an empty one" : "none");
        }
        return failure is null;
    }
}
