import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { Failure } from './failure'

export const root = resolve(__dirname, '../..')

export type Command = {
  /** Names the log file, too. */
  name: string
  args: string[]
  cwd?: string
  env?: Record<string, string>
}

/** Runs a Node program to its end, its output in `.cache/logs/NAME.log`; throws `Failure` with its first error line. */
export const runNode = async ({ name, args, cwd = root, env }: Command): Promise<void> => {
  const logs = join(root, '.cache/logs')
  mkdirSync(logs, { recursive: true })
  const file = createWriteStream(join(logs, `${name}.log`))
  // Ends with its parent, so that nothing goes on building for a process that is gone.
  const child = spawn(process.execPath, [join(__dirname, 'end-with-parent.cjs'), process.execPath, ...args], {
    cwd,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk
      file.write(chunk)
    })
  }
  const code = await new Promise<number | null>((done) => child.once('close', done))
  file.end()
  if (code !== 0)
    throw new Failure(`${name} failed: ${errorLine(output)} (all of it: .cache/logs/${name}.log)`)
}

/** The line that says what is wrong: the first that speaks of an error, else the last; with the place named after it. */
export const errorLine = (output: string): string => {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('npm '))
  const at = lines.findIndex((line) => /\berror\b|✘|cannot find|failed/i.test(line))
  const telling = lines.at(at) ?? 'it said nothing'
  const place = at < 0 ? undefined : lines.slice(at + 1).find((line) => /^[\w./@-]+:\d+:\d+:?$/.test(line))
  return place ? `${telling} at ${place.replace(/:$/, '')}` : telling
}
