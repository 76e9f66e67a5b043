using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MovieRec.Jwt.Text;

namespace MovieRec.Jwt.Parsing;

/// <summary>Parses text into a <see cref="ParsedToken"/>.</summary>
/// <remarks>
/// <see cref="JsonWebToken"/> reads the token. It is too lenient (padding, white space, names given twice, <c>"exp": "5"</c>,
/// <c>"sub": 5</c>), so such a token is rejected before it gets the text.
/// </remarks>
internal static class TokenParser
{
    private static readonly TryReadJwtClaim ClaimReader = ReadClaim;

    public static bool TryParse(string token, [NotNullWhen(true)] out ParsedToken? parsed, [NotNullWhen(false)] out TokenFailure? failure)
    {
        parsed = null;
        var text = token.AsSpan();
        var parts = text.Count('.') + 1;
        if (parts != 3)
        {
            failure = new TokenFailure(FailureReason.NotThreeParts, "three parts separated by dots", $"{parts}");
            return false;
        }

        var payloadStart = text.IndexOf('.') + 1;
        var signatureStart = text.LastIndexOf('.') + 1;
        if (!TryReadPart(text[..(payloadStart - 1)], "header", out var header, out failure)
            || !HeaderRules.TryCheck(header, out failure)
            || !TryReadPart(text[payloadStart..(signatureStart - 1)], "payload", out var payload, out failure)
            || !PayloadTypes.TryCheck(payload, out failure)
            || !TryDecode(text[signatureStart..], "signature", out var signature, out failure)
            || !TryLoad(token, out var jwt, out failure)
            || !HeaderRules.TryCheckValues(jwt, header, out failure))
        {
            return false;
        }
        parsed = new ParsedToken(jwt, payload, signature, signatureStart - 1);
        return true;
    }

    private static bool TryReadPart(
        ReadOnlySpan<char> text,
        string part,
        [NotNullWhen(true)] out Dictionary<string, JsonMember>? members,
        [NotNullWhen(false)] out TokenFailure? failure)
    {
        members = null;
        if (!TryDecode(text, part, out var utf8, out failure))
            return false;
        var fault = StrictJson.Read(utf8, out var read);
        if (fault == JsonFault.None)
        {
            members = read;
            return true;
        }
        failure = fault == JsonFault.DuplicateName
            ? new TokenFailure(FailureReason.DuplicateName, $"every name once in each object of the {part}", "a name given twice")
            : new TokenFailure(
                FailureReason.NotJsonObject, $"a JSON object in UTF-8 as {part}, nested {StrictJson.MaxDepth} deep at most", $"{fault}");
        return false;
    }

    private static bool TryDecode(
        ReadOnlySpan<char> text, string part, [NotNullWhen(true)] out byte[]? bytes, [NotNullWhen(false)] out TokenFailure? failure)
    {
        failure = Base64UrlText.TryDecode(text, out bytes)
            ? null
            : new TokenFailure(
                FailureReason.NotBase64Url, $"canonical base64url without padding as {part}",
                $"{text.Length} characters of something else");
        return failure is null;
    }

    private static bool TryLoad(string token, [NotNullWhen(true)] out JsonWebToken? jwt, [NotNullWhen(false)] out TokenFailure? failure)
    {
        try
        {
            jwt = new JsonWebToken(token, ClaimReader);
            failure = null;
            return true;
        }
        catch (ArgumentException)
        {
            // A newer version of JsonWebToken may demand types of members that the lists here do not contain.
            jwt = null;
            failure = new TokenFailure(FailureReason.ClaimMalformed, "members of the types that their RFCs give them", "another type");
            return false;
        }
    }

    // Called for members that JsonWebToken has no property for. A JsonElement keeps the type that the member has in the token.
    private static bool ReadClaim(ref Utf8JsonReader reader, JwtSegmentType segment, string name, out object value)
    {
        value = JsonElement.ParseValue(ref reader);
        return true;
    }
}
