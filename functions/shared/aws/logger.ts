/**
 * Logs are coded events, one JSON line each (docs/logging.md is the catalogue). The types leave no room for a phone
 * number, an address of a caller, a position or what somebody searched for: fields are named here, and free text is not.
 */

/** Every event that may be logged, with its fields. */
export type Events = {
  /** `route` is the pattern of the path, never the address asked for; `problem` the code of a failure. */
  'request-answered': {
    requestId: string
    method: string
    route: string
    status: number
    ms: number
    problem?: string
  }
  /** An exception nobody expected. The message is left out: it may quote data. */
  'request-crashed': { requestId: string; route: string; error: string; stack: string[] }
  'table-unavailable': { requestId: string; route: string; cause: string }
  'secrets-unavailable': { requestId: string; route: string; cause: string }
  'catalogue-loaded': {
    region: string
    version: number
    from: 'pack' | 'places'
    bytes: number
  }
  'catalogue-kept-changing': { region: string; version: number }
  'pack-write-failed': { region: string }
  /** Not which place: with the time of the line and the address log it would say who reported it. */
  'place-doubted': { fact: string }
  /** CloudFront did not tell the viewer's address: all callers are counted as one. */
  'source-unknown': { requestId: string }
  /** `errcode` is WeChat's. */
  'login-refused': { requestId: string; errcode: number }
  /** `cause`: `timeout`, `network`, `answer`, an HTTP status, `function` (of ours), or an errcode that only a fault of ours explains. */
  'wechat-failed': { requestId: string; cause: string }
  /** `forced`: the token in force had been refused. */
  'wechat-token-fetched': { forced: boolean }
  /** A text that a second person has to look at, and why WeChat's check did not decide. */
  'text-not-checked': { requestId: string; cause: string }
  /** A file about which WeChat says nothing, so that a person decides, and why. */
  'media-not-checked': { requestId: string; cause: string }
  /** What WeChat pushed about a file. `cause`: its verdict, or `unknown` for what is no such message. */
  'wechat-pushed': { requestId: string; cause: string }
  'upload-refused': { cause: string }
  'session-reused': { requestId: string }
  /** `cause`: the name of the error. */
  'address-not-logged': { cause: string }
  /** Ten wrong codes of one person within an hour. Whose is not said: a person's id is no business of a log. */
  'code-tries-locked': { requestId: string }
  /** A code was used within an hour of somebody reading the codes of its batch. */
  'fresh-code-used': { requestId: string; batch: string }
  /** As many wrong pickup codes as an outlet, or one number of it, may be given. */
  'pickup-tries-locked': { place: string }
  /** What one run of the sweep did; `complete`: nothing is left over for the next one. */
  'sweep-ended': { orders: number; offers: number; lots: number; complete: boolean }
  /** What the schedules of the exhibition did in one run that found any due; `complete`: nothing is left over for the next one. */
  'schedules-fired': { published: number; takenOff: number; failed: number; complete: boolean }
  'keys-rotated': { publicKeys: number }
}
export type EventCode = keyof Events
export type Log = <Code extends EventCode>(code: Code, fields: Events[Code]) => void

const levels: Record<EventCode, 'info' | 'warn' | 'error'> = {
  'request-answered': 'info',
  'request-crashed': 'error',
  'table-unavailable': 'error',
  'secrets-unavailable': 'error',
  'catalogue-loaded': 'info',
  'catalogue-kept-changing': 'warn',
  'pack-write-failed': 'warn',
  'place-doubted': 'info',
  'source-unknown': 'error',
  'login-refused': 'info',
  'wechat-failed': 'error',
  'wechat-token-fetched': 'info',
  'text-not-checked': 'info',
  'media-not-checked': 'info',
  'wechat-pushed': 'info',
  'upload-refused': 'info',
  'session-reused': 'warn',
  'address-not-logged': 'error',
  'code-tries-locked': 'warn',
  'fresh-code-used': 'warn',
  'pickup-tries-locked': 'warn',
  'sweep-ended': 'info',
  'schedules-fired': 'info',
  'keys-rotated': 'info',
}

export const eventCodes = Object.keys(levels)

export type LoggerOptions = { clock?: () => number; write?: (line: string) => void }

export function createLogger({ clock = Date.now, write = toStdout }: LoggerOptions = {}): Log {
  return (code, fields) =>
    write(JSON.stringify({ time: new Date(clock()).toISOString(), level: levels[code], code, ...fields }))
}

/** Where an exception came from, without what it said. */
export function traceOf(error: unknown): { error: string; stack: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, stack: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, stack: frames.slice(0, 12).map((line) => line.trim()) }
}

function toStdout(line: string) {
  process.stdout.write(`${line}\n`)
}
