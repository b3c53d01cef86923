/** Locks between processes of this machine that vanish with their holder, however it ends. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Null while another process holds the lock on this folder; else how to let go. */
export const tryLock = async (folder: string): Promise<(() => void) | null> => {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)
  const socket = join(tmpdir(), `fuyi-${name}.sock`)
  const held = await listen(socket)
  if (held) return held
  if (await answers(socket)) return null
  // Left behind by a process that was killed.
  rmSync(socket, { force: true })
  return listen(socket)
}

/** Waits until the lock is free. */
export const lock = async (folder: string): Promise<() => void> => {
  for (;;) {
    const release = await tryLock(folder)
    if (release) return release
    await new Promise((next) => setTimeout(next, 200))
  }
}

const listen = (socket: string): Promise<(() => void) | null> =>
  new Promise((done) => {
    const server = createServer((connection) => connection.destroy())
    server.once('error', () => done(null))
    server.listen(socket, () => {
      server.unref()
      done(() => server.close())
    })
  })

const answers = (socket: string): Promise<boolean> =>
  new Promise((done) => {
    const connection = createConnection(socket)
    connection.once('connect', () => {
      connection.destroy()
      done(true)
    })
    connection.once('error', () => done(false))
  })
