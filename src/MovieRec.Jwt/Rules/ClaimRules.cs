using MovieRec.Jwt.Parsing;

namespace MovieRec.Jwt.Rules;

/// <summary>Rules for the claims, checked on every call, also if the signature was verified before.</summary>
internal sealed class ClaimRules(TokenVerifierOptions options)
{
    public TokenFailure? CheckIssuer(ParsedToken token) => string.Equals(token.Issuer, options.Issuer)
        ? null
        : new TokenFailure(FailureReason.IssuerNotAllowed, options.Issuer, TokenFailure.Quote(token.Issuer));

    public TokenFailure? Check(ParsedToken token, DateTimeOffset now, out string? clientId)
    {
        clientId = null;
        if (string.IsNullOrWhiteSpace(token.Subject))
            return new TokenFailure(FailureReason.ClaimMissing, "sub", "an empty sub");
        return CheckTokenUse(token)
            ?? CheckClient(token, out clientId)
            ?? CheckTimes(token, now)
            ?? CheckScope(token);
    }

    private TokenFailure? CheckTokenUse(ParsedToken token)
    {
        if (token.TokenUse != TokenUses.None && (options.TokenUse & token.TokenUse) == token.TokenUse)
            return null;
        return new TokenFailure(FailureReason.TokenUseNotAllowed, $"{options.TokenUse}", TokenFailure.Quote(token.GetString("token_use")!));
    }

    private TokenFailure? CheckClient(ParsedToken token, out string? clientId)
    {
        // RFC 7519, section 4.1.3: one accepted audience among several is enough.
        clientId = options.ClientIds.FirstAccepted(token.Clients);
        if (clientId is not null || ReferenceEquals(options.ClientIds, ClientIds.NotChecked))
            return null;
        var claim = token.TokenUse == TokenUses.Id ? "aud" : "client_id";
        if (token.Clients.Length == 0)
            return new TokenFailure(FailureReason.ClaimMissing, claim, $"no {claim}");
        var actual = TokenFailure.Quote(string.Join(", ", token.Clients));
        return new TokenFailure(FailureReason.ClientIdNotAllowed, $"{claim}: {options.ClientIds}", $"{claim}: {actual}");
    }

    private TokenFailure? CheckTimes(ParsedToken token, DateTimeOffset now)
    {
        // The leeway moves the clock, not the claim: a claim at the end of the calendar must not overflow.
        if (now - options.Leeway >= token.ExpiresAt)
            return TooEarlyOrLate(FailureReason.Expired, $"exp later than {now:O}", token.ExpiresAt);
        if (now + options.Leeway < token.NotBefore)
            return TooEarlyOrLate(FailureReason.NotYetValid, $"nbf at {now:O} at the latest", token.NotBefore.Value);
        if (now + options.Leeway < token.IssuedAt)
            return TooEarlyOrLate(FailureReason.IssuedInFuture, $"iat at {now:O} at the latest", token.IssuedAt.Value);
        return null;
    }

    private TokenFailure TooEarlyOrLate(FailureReason reason, string expected, DateTimeOffset actual) =>
        new(reason, $"{expected}, with {options.Leeway.TotalSeconds} s of leeway", $"{actual:O}");

    private TokenFailure? CheckScope(ParsedToken token)
    {
        if (options.Scopes.Accepts(token.Scopes))
            return null;
        var actual = token.Scopes.Length == 0 ? "no scope" : TokenFailure.Quote(string.Join(", ", token.Scopes));
        return new TokenFailure(FailureReason.ScopeNotAllowed, $"{options.Scopes}", actual);
    }
}
