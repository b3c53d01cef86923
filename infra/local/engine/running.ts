/**
 * Where the local data lives, and the note by which the command-line tools find the engine of a running
 * `npm start`: two engines on the same files would not see each other's writes.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from '../../../functions/shared/zod'

export const dataDir = resolve(__dirname, '../../../.data')

const noteSchema = z.object({ endpoint: z.url() })
const noteIn = (folder: string) => join(folder, 'engine.json')

/** Says that an engine works on `folder`; call the returned function when it ends. */
export const announceEngine = (endpoint: string, folder = dataDir): (() => void) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(noteIn(folder), `${JSON.stringify({ endpoint })}\n`)
  return () => rmSync(noteIn(folder), { force: true })
}

/** The endpoint of the engine that works on `folder`; null where none answers, as after a `kill -9`. */
export const runningEngine = async (folder = dataDir): Promise<string | null> => {
  const note = readNote(noteIn(folder))
  if (note === null) return null
  try {
    await (await fetch(note.endpoint, { signal: AbortSignal.timeout(2_000) })).arrayBuffer()
    return note.endpoint
  } catch {
    return null
  }
}

const readNote = (file: string): z.infer<typeof noteSchema> | null => {
  try {
    return z.parse(noteSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
