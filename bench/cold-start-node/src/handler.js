import { favouritesOf } from "./favourites.js";
import { userOf } from "./tokens.js";

const origins = new Set(process.env.ALLOWED_ORIGINS.split(","));

/** A REST proxy event (payload 1.0) of `GET /user/favourites`. */
export async function handler(event) {
  const userId = await userOf(event.headers.Authorization);
  return userId === null
    ? respond(event, 401, { code: "Unauthorized" })
    : respond(event, 200, { items: await favouritesOf(userId) });
}

function respond(event, statusCode, body) {
  const multiValueHeaders = { "Content-Type": ["application/json; charset=utf-8"], "Cache-Control": ["no-store"], Vary: ["Origin"] };
  const origin = event.headers.origin;
  if (origins.has(origin)) {
    multiValueHeaders["Access-Control-Allow-Origin"] = [origin];
    multiValueHeaders["Access-Control-Allow-Credentials"] = ["true"];
    multiValueHeaders["Access-Control-Expose-Headers"] = ["ETag"];
  }
  return { statusCode, multiValueHeaders, body: JSON.stringify(body), isBase64Encoded: false };
}
