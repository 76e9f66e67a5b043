/*
 * The least client of the Lambda Runtime API, in the place of Lambda's own for Node (aws-lambda-nodejs-runtime-interface-client).
 *
 * Fair: one connection that is kept alive, as there; everything is made at module scope, so that it is there before the first event;
 * keys are fetched meanwhile; one bundle, minified, CommonJS, which Node loads faster than modules; a line in the log for each
 * invocation, as bootstrap writes it.
 *
 * Left out, all of it to Node's gain: Lambda's client is bigger, comes from files of its own and resolves the handler by name. Left out
 * for both: TLS, unpacking the zip, starting the machine. Not to be had for a handler on Lambda's Node 20: a start-up snapshot or a
 * compile cache.
 */
import { Agent, request } from "node:http";
import { handler } from "./handler.js";

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
    request({ host, port, agent, method, path: `/2018-06-01/runtime/invocation/${path}`, headers }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject).end(body);
  });
}

function log(requestId, traceId, status, ms, cold) {
  const errors = status >= 500 ? 1 : 0;
  console.log(JSON.stringify({
    timestamp: new Date().toISOString(),
    level: errors ? "Error" : "Information",
    event: "Invocation",
    requestId,
    traceId,
    function: "Favourites",
    route: "GET /user/favourites",
    status,
    ms,
    cold,
    count: 1,
    latency: ms,
    errors,
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{
        Namespace: "MovieRec",
        Dimensions: [["function", "route"]],
        Metrics: [{ Name: "count", Unit: "Count" }, { Name: "latency", Unit: "Milliseconds" }, { Name: "errors", Unit: "Count" }],
      }],
    },
  }));
}

async function serve() {
  for (let cold = true; ; cold = false) {
    const next = await call("GET", "next");
    const started = performance.now();
    const requestId = next.headers["lambda-runtime-aws-request-id"];
    const traceId = next.headers["lambda-runtime-trace-id"];
    process.env._X_AMZN_TRACE_ID = traceId;
    let status = 500;
    try {
      const answer = await handler(JSON.parse(next.body.toString()));
      status = answer.statusCode;
      await call("POST", `${requestId}/response`, JSON.stringify(answer));
    } catch (error) {
      const report = { errorType: error.name, errorMessage: error.message, stackTrace: (error.stack ?? "").split("\n").slice(1) };
      await call("POST", `${requestId}/error`, JSON.stringify(report));
    }
    log(requestId, traceId, status, performance.now() - started, cold);
  }
}

serve();
