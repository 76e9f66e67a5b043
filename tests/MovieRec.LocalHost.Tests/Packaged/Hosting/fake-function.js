// A function of the Lambda Runtime API that does what its event says. Without an event it says nothing.
'use strict';
const http = require('node:http');

const root = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/`;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function call(method, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(root + path, { method, agent, headers }, response => {
      const chunks = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function main() {
  if (process.env.FAIL_START) {
    await call('POST', 'init/error', '{"errorType":"Fake.Start","errorMessage":"cannot"}', { 'Lambda-Runtime-Function-Error-Type': 'Fake.Start' });
    process.exit(1);
  }
  if (process.env.EXIT_AT_START) process.exit(3);
  if (process.env.HANG_AT_START) return setInterval(() => {}, 1_000_000);
  for (let count = 1; ; count++) {
    const next = await call('GET', 'invocation/next');
    const id = next.headers['lambda-runtime-aws-request-id'];
    const event = JSON.parse(next.body);
    const body = event.body ? JSON.parse(event.body) : event;
    const answer = value => call('POST', `invocation/${id}/response`, typeof value === 'string' ? value : JSON.stringify(value));
    const proxied = value => answer({ statusCode: 200, multiValueHeaders: { 'X-Fake': ['one', 'two'] }, body: JSON.stringify(value), isBase64Encoded: false });
    switch (body.do) {
      case 'describe':
        await answer({ headers: next.headers, environment: process.env, arguments: process.argv.slice(2), folder: process.cwd(), pid: process.pid, count });
        break;
      case 'statuses': {
        const statuses = [
          (await call('GET', 'invocation/next')).status,
          (await call('POST', 'invocation/another/response', '{}')).status,
          (await call('POST', `invocation/${id}/response`, Buffer.alloc(7 * 1024 * 1024, ' '))).status,
          (await call('POST', 'init/error', '{}')).status,
          (await call('GET', 'nothing')).status,
          (await call('POST', `invocation/${id}/nothing`, '{}')).status,
        ];
        statuses.push((await answer(statuses)).status);
        statuses.push((await answer(statuses)).status);
        process.stdout.write(`${statuses.slice(-2)}\n`);
        break;
      }
      case 'fail':
        await call('POST', `invocation/${id}/error`, '{"errorType":"Fake.Error","errorMessage":"as asked"}', { 'Lambda-Runtime-Function-Error-Type': 'Fake.Error' });
        break;
      case 'exit':
        process.exit(7);
        break;
      case 'hang':
        process.stdout.write('hanging\n');
        await new Promise(() => setInterval(() => {}, 1_000_000));
        break;
      case 'print':
        process.stdout.write('{"line":1}\nsecond line\n');
        process.stderr.write('an error line\n');
        await answer('null');
        break;
      case 'raw':
        await answer(body.answer);
        break;
      default:
        await proxied({ event, pid: process.pid, count });
    }
  }
}

main();
