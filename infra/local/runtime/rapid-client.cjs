/**
 * Stands in for the native client of AWS's runtime (aws-lambda-ric's rapid-client.node), which needs a C++ build: the
 * same four calls over node:http. Preloaded into every function process with `--require`.
 *
 * The native client sends a result synchronously; here `next` waits until what was handed to `done` or `error` is out.
 */
const http = require('node:http')
const Module = require('node:module')

const { hostname, port } = new URL(`http://${process.env.AWS_LAMBDA_RUNTIME_API}`)
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
const base = '/2018-06-01/runtime/invocation/'

const call = (method, path, body, headers = {}) =>
  new Promise((resolve, reject) => {
    const request = http.request(
      { hostname, port, path: base + path, method, agent, headers },
      (response) => {
        const chunks = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ bodyJson: Buffer.concat(chunks).toString(), headers: response.headers }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })

let sent = Promise.resolve()
const client = {
  initializeClient() {},
  async next() {
    await sent
    return call('GET', 'next')
  },
  done(id, body) {
    sent = call('POST', `${id}/response`, body)
  },
  error(id, body, xray) {
    sent = call('POST', `${id}/error`, body, { 'Lambda-Runtime-Function-XRay-Error-Cause': encodeURI(xray) })
  },
}

const resolveFilename = Module._resolveFilename
Module._resolveFilename = (request, ...rest) =>
  request === './rapid-client.node' ? __filename : resolveFilename.call(Module, request, ...rest)
module.exports = client

// The starter holds this pipe: when it ends, however the starter ended, nobody needs this process any more.
process.stdin.on('end', () => process.exit(0)).resume()
