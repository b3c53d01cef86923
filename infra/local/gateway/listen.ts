/** The port of the local run, taken before there is anything to answer with. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { Failure } from '../failure'

export type Listening = {
  url: string
  /** That it listens on. */
  address: string
  answerWith: (listener: RequestListener) => void
  stop: () => Promise<void>
}

/** The local run logs in anybody as anybody made up: by itself it is for this machine alone. */
const loopback = '127.0.0.1'

/** Takes the port at once (0: any free one); who asks before there is anything to answer with is asked to come again. */
export const listen = (port: number, host: string = loopback): Promise<Listening> =>
  new Promise((done, fail) => {
    let listener: RequestListener = (_, response) => {
      response.writeHead(503, { 'retry-after': '5', 'content-type': 'text/plain' }).end('Starting\n')
    }
    const server = createServer((request, response) => listener(request, response))
    server.once('error', (error: NodeJS.ErrnoException) => fail(refused(port, host, error)))
    server.listen(port, host, () =>
      done({
        url: `http://localhost:${portOf(server)}`,
        address: host,
        answerWith: (next) => {
          listener = next
        },
        stop: () => end(server),
      }),
    )
  })

const refused = (port: number, host: string, error: NodeJS.ErrnoException): Error => {
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Failure(`${host} is no address of this machine: choose another with --host.`)
  if (error.code === 'EADDRINUSE')
    return new Failure(`Port ${port} is taken: choose another with --port or PORT.`)
  if (error.code === 'EACCES')
    return new Failure(`Port ${port} is not allowed here: choose another with --port or PORT.`)
  return error
}

const end = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}
