/*
 * libcognitojwt, interface version 3: verification of Amazon Cognito tokens (docs/jwt.md).
 * All functions may be called by many threads at once, and none of them blocks. All text is UTF-8, with its length in bytes and
 * without a terminator. No pointer argument is kept.
 */
#ifndef COGNITOJWT_H
#define COGNITOJWT_H

#define COGNITOJWT_VERSION 3

#define COGNITOJWT_INVALID_ARGUMENT  (-1) /* null for a text that is not empty or for a buffer, a negative length */
#define COGNITOJWT_NOT_CONFIGURED    (-2) /* cognitojwt_configure has not succeeded yet */
#define COGNITOJWT_BUFFER_TOO_SMALL  (-3) /* the result is longer than the buffer */
#define COGNITOJWT_INTERNAL_ERROR    (-4)

/* The version of the interface. A caller that was built for a different version must not call anything else. */
int cognitojwt_version(void);

/*
 * Sets the rules for accepting a token; those of the newest call that succeeds apply, and they begin without keys.
 *   json   {"issuer": "...", "clientIds": ["..."], "scope": "...", "leewaySeconds": 5}
 *          "issuer", "clientIds" (at least one) and "scope" are required; "leewaySeconds" is 0 to 300, 0 if left out. Other members are
 *          rejected.
 *   error  gets a sentence that describes the error, cut to errorCapacity bytes.
 * Returns 0, or the length of the sentence in error (at least 1), or a negative code.
 */
int cognitojwt_configure(const char *json, int length, char *error, int errorCapacity);

/*
 * Replaces the issuer's keys. The library has no HTTP and no TLS: the caller fetches the JWKS, over https and from the issuer's own
 * address, when a token names an unknown key, and not more often than it would want invented key ids to make it.
 *   jwks   the document (RFC 7517, section 5); one that is not a JWKS changes nothing
 *   error  gets a sentence that describes the error, cut to errorCapacity bytes.
 * Returns 0, or the length of the sentence in error (at least 1), or a negative code.
 */
int cognitojwt_set_keys(const char *jwks, int length, char *error, int errorCapacity);

/*
 * Verifies an access token.
 *   result  gets {"sub": "..."} for an accepted token, else {"reason": "...", "expected": "...", "actual": "..."}; no part of a token
 *           is quoted beyond what docs/jwt.md says. With the reason "KidUnknown" the token may be accepted with newer keys.
 * Returns the length of the JSON in result, or a negative code; with a code the token is not accepted.
 */
int cognitojwt_verify(const char *token, int length, char *result, int capacity);

#endif
