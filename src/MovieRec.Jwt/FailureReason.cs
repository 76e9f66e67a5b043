namespace MovieRec.Jwt;

/// <summary>Reason for rejecting a token; for the log, never for the client of an API.</summary>
public enum FailureReason
{
    /// <summary>There is no token: null or empty.</summary>
    TokenMissing = 0,

    /// <summary>Longer than <see cref="TokenVerifier.MaxTokenLength"/>; rejected before anything is decoded.</summary>
    TokenTooLong,

    /// <summary>Not three parts separated by dots, so not a JWS in compact serialization (RFC 7515, section 7.1).</summary>
    NotThreeParts,

    /// <summary>A part is not base64url without padding (RFC 7515, section 2), or not the canonical encoding of its bytes.</summary>
    NotBase64Url,

    /// <summary>Header or payload is not a JSON object in UTF-8, or is nested too deeply (RFC 7519, section 7.2).</summary>
    NotJsonObject,

    /// <summary>A name occurs twice in one object, at any depth (RFC 7515, section 4; RFC 7519, section 4).</summary>
    DuplicateName,

    /// <summary>A header parameter does not have the type that its RFC defines.</summary>
    HeaderMalformed,

    /// <summary>The header's <c>alg</c> is not RS256 (RFC 8725, sections 2.1 and 3.1).</summary>
    AlgorithmNotAllowed,

    /// <summary>The header has <c>crit</c>: it requires extensions, and none is supported (RFC 7515, section 4.1.11).</summary>
    CriticalNotSupported,

    /// <summary>The header names no <c>kid</c>.</summary>
    KidMissing,

    /// <summary>The newest JWKS has no key of this <c>kid</c>.</summary>
    KidUnknown,

    /// <summary>The <c>kid</c> is unknown, and the JWKS was fetched too recently to fetch it again.</summary>
    KidUnknownFetchTooSoon,

    /// <summary>The keys could not be fetched.</summary>
    /// <remarks>The only reason that says nothing about the token: respond with 503, not 401.</remarks>
    KeysUnavailable,

    /// <summary>The key's <c>kty</c> is not <c>RSA</c> (RFC 7517, section 4.1).</summary>
    KeyTypeNotAllowed,

    /// <summary>The key's <c>use</c> is not <c>sig</c> (RFC 7517, section 4.2).</summary>
    KeyUseNotAllowed,

    /// <summary>The key has an <c>alg</c> that is not RS256 (RFC 7517, section 4.4; RFC 8725, section 3.1).</summary>
    KeyAlgorithmNotAllowed,

    /// <summary>The modulus has fewer than 2048 bits (RFC 7518, section 3.3).</summary>
    KeyTooShort,

    /// <summary>Modulus or exponent cannot be read, or do not form an RSA key (RFC 7518, section 6.3.1).</summary>
    KeyMalformed,

    /// <summary>The JWKS has two different keys under this <c>kid</c> (RFC 7517, section 4.5).</summary>
    KeyAmbiguous,

    /// <summary>The signature is not this key's over this header and payload.</summary>
    SignatureInvalid,

    /// <summary>A claim that every token must have is missing.</summary>
    ClaimMissing,

    /// <summary>A claim does not have the type that its RFC defines, or its value has no meaning.</summary>
    ClaimMalformed,

    /// <summary><c>iss</c> is not the configured issuer (RFC 7519, section 4.1.1).</summary>
    IssuerNotAllowed,

    /// <summary><c>token_use</c> is not accepted (RFC 8725, section 3.12).</summary>
    TokenUseNotAllowed,

    /// <summary><c>client_id</c> of an access token, or <c>aud</c> of an ID token, is not accepted (RFC 8725, section 3.9).</summary>
    ClientIdNotAllowed,

    /// <summary>The time is at or after <c>exp</c> plus the leeway (RFC 7519, section 4.1.4).</summary>
    Expired,

    /// <summary>The time is before <c>nbf</c> minus the leeway (RFC 7519, section 4.1.5).</summary>
    NotYetValid,

    /// <summary>The time is before <c>iat</c> minus the leeway: issued in the future (RFC 7519, section 4.1.6).</summary>
    IssuedInFuture,

    /// <summary>None of the accepted scopes is in <c>scope</c> (RFC 6749, section 3.3).</summary>
    ScopeNotAllowed,
}
