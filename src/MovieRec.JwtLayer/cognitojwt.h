/*
 * libcognitojwt, interface version 1: verification of Amazon Cognito tokens (docs/jwt.md).
 * All functions may be called by many threads at once. All text is UTF-8, with its length in bytes and without a terminator.
 * No function keeps a pointer that it is given.
 */
#ifndef COGNITOJWT_H
#define COGNITOJWT_H

#define COGNITOJWT_VERSION 1

#define COGNITOJWT_INVALID_ARGUMENT  (-1) /* null for a text that is not empty or for a buffer, a negative length, a wait that is not 0 to 60,000 ms */
#define COGNITOJWT_NOT_CONFIGURED    (-2) /* cognitojwt_configure has not succeeded yet */
#define COGNITOJWT_BUFFER_TOO_SMALL  (-3) /* the answer is longer than the buffer */
#define COGNITOJWT_KEYS_PENDING      (-4) /* the keys are being fetched, and the caller does not wait: call again with a wait */
#define COGNITOJWT_INTERNAL_ERROR    (-5)

/* The version of the interface. A caller that knows another one must not call anything else. */
int cognitojwt_version(void);

/*
 * Says what to accept; the newest call that succeeds is in force.
 *   json   {"issuer": "...", "jwks": "...", "clientIds": ["..."], "scope": "...", "leewaySeconds": 5, "prefetch": true}
 *          "issuer", "jwks", "clientIds" (at least one) and "scope" are required; "leewaySeconds" is 0 to 300, 0 if left out;
 *          "prefetch" begins to fetch the keys at once. Other members are refused.
 *   error  gets a sentence that says what is wrong, cut to errorCapacity bytes.
 * Returns 0, or the length of the sentence in error (at least 1), or a negative code.
 */
int cognitojwt_configure(const char *json, int length, char *error, int errorCapacity);

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
