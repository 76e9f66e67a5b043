/*
 * libcognitojwt, interface version 2: verification of Amazon Cognito tokens (docs/jwt.md).
 * All functions may be called by many threads at once. All text is UTF-8, with its length in bytes and without a terminator.
 * No function keeps a pointer that it is given, but for fetch and context.
 */
#ifndef COGNITOJWT_H
#define COGNITOJWT_H

#define COGNITOJWT_VERSION 2

#define COGNITOJWT_INVALID_ARGUMENT  (-1) /* null for a text that is not empty or for a buffer, a negative length, a wait that is not 0 to 60,000 ms */
#define COGNITOJWT_NOT_CONFIGURED    (-2) /* cognitojwt_configure has not succeeded yet */
#define COGNITOJWT_BUFFER_TOO_SMALL  (-3) /* the answer is longer than the buffer */
#define COGNITOJWT_KEYS_PENDING      (-4) /* the keys are being fetched, and the caller does not wait: call again with a wait */
#define COGNITOJWT_INTERNAL_ERROR    (-5)

/* The version of the interface. A caller that knows another one must not call anything else. */
int cognitojwt_version(void);

/*
 * Gets the keys for the library, which has no HTTP and no TLS of its own: one GET of url, without redirects and without unpacking.
 *   context  as given to cognitojwt_configure
 *   url      the address of the keys; https, or http on loopback. A server whose certificate is not of its name must be refused.
 *   timeout  how long it may take from connecting to the last byte, in milliseconds. The library waits no longer than that; a call
 *            that has not returned by then makes the keys unavailable, and no other is made until it does.
 *   body     gets the body: with status 200 and content type application/json or application/jwk-set+json alone
 *   capacity the room in body: 65,536
 * Returns the length of the body, or a code below. It is called on a thread of the library that it may block, one call at a time for each
 * call of cognitojwt_configure, and no exception may leave it.
 */
typedef int (*cognitojwt_fetch)(void *context, const char *url, int urlLength, int timeout, char *body, int capacity);

#define COGNITOJWT_FETCH_UNREACHABLE  (-1) /* no connection, one that broke before the last byte, or status 429: it is called once more */
#define COGNITOJWT_FETCH_REFUSED      (-2) /* another status or content type, no HTTP, a certificate that is not trusted */
#define COGNITOJWT_FETCH_TOO_LONG     (-3) /* the body is longer than capacity */
#define COGNITOJWT_FETCH_TIMED_OUT    (-4) /* there was no full answer in time; it is not called once more */

/*
 * Says what to accept; the newest call that succeeds is in force.
 *   json   {"issuer": "...", "jwks": "...", "clientIds": ["..."], "scope": "...", "leewaySeconds": 5, "prefetch": true}
 *          "issuer", "jwks", "clientIds" (at least one) and "scope" are required; "leewaySeconds" is 0 to 300, 0 if left out;
 *          "prefetch" begins to fetch the keys at once. "fetchTimeoutSeconds" is how long a fetch may take, 1 to 60, 3 if left out;
 *          "fetchIntervalSeconds" is the least time between the starts of two, 1 to 3,600, 10 if left out. Other members are refused.
 *   fetch  gets the keys. It may be called, with context, for as long as the process lives: settings that are no longer in force may
 *          still wait for theirs.
 *   error  gets a sentence that says what is wrong, cut to errorCapacity bytes.
 * Returns 0, or the length of the sentence in error (at least 1), or a negative code.
 */
int cognitojwt_configure(const char *json, int length, cognitojwt_fetch fetch, void *context, char *error, int errorCapacity);

/*
 * Verifies an access token.
 *   wait    how long to wait for keys, in milliseconds: 0 to 60,000. Nothing else waits; with 0 the call never blocks.
 *   result  gets {"sub": "..."} for a token that is accepted, else
 *           {"reason": "...", "expected": "...", "actual": "...", "keysUnavailable": true|false}; no part of a token is quoted
 *           beyond what docs/jwt.md says.
 * Returns the length of the JSON in result, or a negative code, and then the token is not accepted.
 */
int cognitojwt_verify(const char *token, int length, int wait, char *result, int capacity);

#endif
