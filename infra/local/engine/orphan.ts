/** Notices that the `npm` which started this process was killed: nobody could stop us with Ctrl-C any more. */
import { existsSync, readFileSync } from 'node:fs'

const checkEveryMs = 1000

/** Calls back once, when npm is gone. Does nothing where npm did not start this, or /proc does not exist. */
export const onOrphaned = (callback: () => void): void => {
  const npm = process.env.npm_lifecycle_event ? npmAbove(process.ppid) : null
  if (npm === null) return
  const timer = setInterval(() => {
    if (existsSync(`/proc/${npm}`)) return
    clearInterval(timer)
    callback()
  }, checkEveryMs)
  timer.unref()
}

/** Process id of the npm that runs this script: the parent, or the parent of the shell between. */
const npmAbove = (pid: number): number | null => {
  for (const candidate of [pid, parentOf(pid)]) {
    if (candidate !== null && /^npm\b/.test(read(candidate, 'cmdline') ?? '')) return candidate
  }
  return null
}

const parentOf = (pid: number): number | null => {
  const match = /^PPid:\s+(\d+)/m.exec(read(pid, 'status') ?? '')
  return match ? Number(match[1]) : null
}

const read = (pid: number, file: string): string | null => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}
