import { createServer } from 'node:net'

/** A port of 127.0.0.1 that nobody listened on a moment ago. */
export const freePort = (): Promise<number> => bound(0)

/** Whether somebody listens on this port of 127.0.0.1 already. */
export const isTaken = (port: number): Promise<boolean> =>
  bound(port).then(
    () => false,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return true
      throw error
    },
  )

const bound = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port))
    })
  })
