/** A small HTTP server on this machine alone, for whatever stands in for a service. */
import { createServer, type IncomingMessage } from 'node:http'

export type Answer = { status: number; headers: Record<string, string>; body: string | Buffer }
export type StandInServer = {
  url: string
  /** Hangs up on whoever is not asking just now. */
  dropIdle: () => void
  stop: () => Promise<void>
}

/** @param answer gets the request and its body, as text and as it came; what it throws is answered with 500 */
export const startServer = async (
  answer: (request: IncomingMessage, body: string, bytes: Buffer) => Promise<Answer> | Answer,
): Promise<StandInServer> => {
  const server = createServer(async (request, response) => {
    try {
      const bytes = await bytesOf(request)
      const { status, headers, body } = await answer(request, bytes.toString(), bytes)
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
    } catch {
      response.writeHead(500).end()
    }
  })
  const port = await new Promise<number>((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(address !== null && typeof address === 'object' ? address.port : 0)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    dropIdle: () => server.closeIdleConnections(),
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export const textOf = async (request: IncomingMessage): Promise<string> => (await bytesOf(request)).toString()
