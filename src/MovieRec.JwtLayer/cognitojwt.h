/*
 * libcognitojwt, interface version 2: verification of Amazon Cognito tokens (docs/jwt.md).
 * All functions may be called by many threads at once. All text is UTF-8, with its length in bytes and without a terminator.
  * No function keeps a pointer argument except fetch and context.
 */
#ifndef COGNITOJWT_H
#define COGNITOJWT_H

#define COGNITOJWT_VERSION 2

#define COGNITOJWT_INVALID_ARGUMENT  (-1) /* null for a text that is not empty or for a buffer, a negative length, a wait outside 0 to 60,000 ms */
#define COGNITOJWT_NOT_CONFIGURED    (-2) /* cognitojwt_configure has not succeeded yet */
#define COGNITOJWT_BUFFER_TOO_SMALL  (-3) /* the result is longer than the buffer */
#define COGNITOJWT_KEYS_PENDING      (-4) /* the keys are being fetched, and the caller does not wait: call again with a wait */
#define COGNITOJWT_INTERNAL_ERROR    (-5)

/* The version of the interface. A caller that was built for a different version must not call anything else. */
int cognitojwt_version(void);

/*
  * Fetches the keys for the library, which has no HTTP and no TLS: one GET of url, without redirects and without decompression.
 *   context  as given to cognitojwt_configure
 *   url      the address of the keys; https, or http on loopback. A server whose certificate has another name must be rejected.
  *   timeout  maximum time from connecting to the last byte, in milliseconds. The library waits no longer. After a call that exceeds
 *            it the keys are unavailable, and the library makes no other call until it returns.
  *   body     gets the body; only with status 200 and content type application/json or application/jwk-set+json
 *   capacity the room in body: 65,536
  * Returns the length of the body, or a code below. It is called on a thread of the library, which it may block; one call at a time per
 * call of cognitojwt_configure. No exception may leave it.
 */
typedef int (*cognitojwt_fetch)(void *context, const char *url, int urlLength, int timeout, char *body, int capacity);

#define COGNITOJWT_FETCH_UNREACHABLE  (-1) /* no connection, one that broke before the last byte, or status 429; it is called once more */
#define COGNITOJWT_FETCH_REFUSED      (-2) /* another status or content type, not HTTP, a certificate that is not trusted */
#define COGNITOJWT_FETCH_TOO_LONG     (-3) /* the body is longer than capacity */
#define COGNITOJWT_FETCH_TIMED_OUT    (-4) /* no complete response in time; it is not called again */

/*
  * Sets the rules for accepting a token; those of the newest call that succeeds apply.
 *   json   {"issuer": "...", "jwks": "...", "clientIds": ["..."], "scope": "...", "leewaySeconds": 5, "prefetch": true}
 *          "issuer", "jwks", "clientIds" (at least one) and "scope" are required; "leewaySeconds" is 0 to 300, 0 if left out;
 *          "prefetch" starts fetching the keys at once. "fetchTimeoutSeconds" is the timeout of a fetch, 1 to 60, 3 if left out;
 *          "fetchIntervalSeconds" is the minimum time between the starts of two, 1 to 3,600, 10 if left out. Other members are rejected.
  *   fetch  fetches the keys. It may be called, with context, for as long as the process lives: a fetch for earlier settings may still
 *          be under way.
 *   error  gets a sentence that describes the error, cut to errorCapacity bytes.
 * Returns 0, or the length of the sentence in error (at least 1), or a negative code.
 */
int cognitojwt_configure(const char *json, int length, cognitojwt_fetch fetch, void *context, char *error, int errorCapacity);

/*
 * Verifies an access token.
  *   wait    maximum wait for keys, in milliseconds: 0 to 60,000. Nothing else waits; with 0 the call never blocks.
 *   result  gets {"sub": "..."} for an accepted token, else
 *           {"reason": "...", "expected": "...", "actual": "...", "keysUnavailable": true|false}; no part of a token is quoted
 *           beyond what docs/jwt.md says.
  * Returns the length of the JSON in result, or a negative code; with a code the token is not accepted.
 */
int cognitojwt_verify(const char *token, int length, int wait, char *result, int capacity);

#endif
