import http from "node:http";
import https from "node:https";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";

/*
 * aws-jwt-verify fetches keys over https alone, from Cognito's own address. Here they are on loopback, as they are for
 * bootstrap, so the fetch is a fetcher of ours; what is fetched when, and all that is checked, stays the library's.
 */
const fetcher = {
  fetch: () => new Promise((resolve, reject) => {
    const address = process.env.USER_POOL_JWKS;
    (address.startsWith("https") ? https : http).request(address, { signal: AbortSignal.timeout(3_000) }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        if (answer.statusCode !== 200)
          reject(new Error(`The keys were answered with ${answer.statusCode}.`));
        else
          resolve(Buffer.concat(chunks));
      });
    }).on("error", reject).end();
  }),
};

const verifier = CognitoJwtVerifier.create(
  {
    userPoolId: process.env.USER_POOL_ID,
    clientId: process.env.USER_POOL_CLIENT_ID,
    tokenUse: "access",
    scope: "aws.cognito.signin.user.admin",
    graceSeconds: 5,
  },
  { jwksCache: new SimpleJwksCache({ fetcher }) },
);

// Begun while the process starts and not waited for, as bootstrap does: the first token meets it on its way, or done.
verifier.hydrate().catch(() => {});

/** The user of an `Authorization` field, or null where it lets nobody in. */
export async function userOf(authorization) {
  const token = /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
  if (!token)
    return null;
  try {
    return (await verifier.verify(token)).sub;
  } catch {
    return null;
  }
}
