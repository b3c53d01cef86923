/**
 * The JavaScript world of WeChat's logic layer: the language and timers, nothing of a browser or of Node.
 * Code from text is refused the way the phone refuses it, and remembered.
 */
import vm from 'node:vm'
import { missingBuiltins } from './missing-builtins'
import { errorText, type Verdict } from './verdict'

type Method = (this: unknown, ...args: unknown[]) => unknown
export const isMethod = (value: unknown): value is Method => typeof value === 'function'
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/**
 * Names that WeChat hands every file as undefined parameters, so that `typeof window` is "undefined" and a use throws.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html
 */
const shadowed = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'sessionStorage',
  'history',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
]

export interface Realm {
  /** Runs a file of the package as a CommonJS module body with its own `require`, `module` and `exports`. */
  runModule(file: string, code: string, require: (path: string) => unknown): unknown
  /** Puts a name into the global scope. */
  define(name: string, value: unknown): void
  /** The same JSON value made of this realm's own objects, as an answer of the base library would be. */
  json(value: unknown): unknown
  /** The same bytes as an ArrayBuffer of this realm. */
  buffer(bytes: Uint8Array): unknown
  /** Calls into the package; what it throws is a finding, not a crash of the harness. */
  call(where: string, method: unknown, self: unknown, ...args: unknown[]): unknown
  setTimeout(work: () => void, ms: number): void
  /** Lines the package wrote with `console`, as `level: text`. */
  readonly logs: readonly string[]
  close(): void
}

/** `clock` gives the phone's time in ms. */
export function createRealm(verdict: Verdict, clock: () => number): Realm {
  const timers = createTimers((work) => call('a timer', work, undefined))
  const logs: string[] = []
  const context = vm.createContext(
    { console: createConsole(logs), ...timers.globals },
    { name: 'weapp logic', codeGeneration: { strings: false, wasm: false } },
  )
  const prepare: unknown = vm.runInContext(prelude, context, { filename: 'harness/prelude.js' })
  const tools = isMethod(prepare)
    ? prepare(
        (what: unknown) => verdict.report('code from text', String(what)),
        clock,
        JSON.stringify(missingBuiltins),
      )
    : null
  if (!isRecord(tools) || !isMethod(tools.json) || !isMethod(tools.buffer)) throw new Error('prelude failed')
  const { json, buffer } = tools

  function call(where: string, method: unknown, self: unknown, ...args: unknown[]): unknown {
    if (!isMethod(method)) return undefined
    try {
      return method.apply(self, args)
    } catch (thrown) {
      verdict.report('uncaught error', `in ${where}: ${errorText(thrown)}`)
      return undefined
    }
  }

  return {
    runModule(file, code, require) {
      const module = { exports: vm.runInContext('({})', context) }
      const body = vm.compileFunction(code, ['require', 'module', 'exports', ...shadowed], {
        parsingContext: context,
        filename: `weapp/${file}`,
      })
      body(require, module, module.exports)
      return module.exports
    },
    define: (name, value) => Reflect.set(context, name, value),
    json: (value) => (value === undefined ? undefined : json(JSON.stringify(value))),
    buffer: (bytes) => buffer([...bytes]),
    call,
    setTimeout: (work, ms) => timers.later(work, ms),
    logs,
    close: () => timers.clear(),
  }
}

/**
 * Runs inside the realm. Takes away what phones do not have (Intl is missing on Android, WebAssembly is
 * WXWebAssembly there) and what only newer ones have, guards the doors from text to code, and puts Date on the phone's clock.
 */
const prelude = `(function (report, clock, missing) {
  for (const path of JSON.parse(missing)) {
    const [name, member] = path.split('.')
    const owner = name === 'TypedArray' ? Object.getPrototypeOf(Int8Array) : globalThis[name]
    if (member === undefined) delete globalThis[name]
    else if (owner !== undefined) {
      delete owner[member]
      if (owner.prototype) delete owner.prototype[member]
    }
  }
  delete globalThis.Intl
  delete globalThis.WebAssembly
  delete globalThis.SharedArrayBuffer
  delete globalThis.Atomics
  const refuse = (what) => () => {
    report(what)
    throw new EvalError(what + ' is not allowed in a mini-program')
  }
  globalThis.eval = refuse('eval')
  for (const sample of [function () {}, function* () {}, async function () {}, async function* () {}]) {
    const Native = Object.getPrototypeOf(sample).constructor
    const guarded = new Proxy(Native, {
      apply: refuse('Function()'),
      construct: refuse('new Function'),
    })
    Object.defineProperty(Native.prototype, 'constructor', { value: guarded, configurable: true })
    if (Native.name === 'Function') globalThis.Function = guarded
  }
  const RealDate = Date
  globalThis.Date = class Date extends RealDate {
    constructor(...args) {
      if (args.length === 0) super(clock())
      else super(...args)
    }
    static now() {
      return clock()
    }
  }
  return {
    json: (text) => JSON.parse(text),
    buffer: (bytes) => Uint8Array.from(bytes).buffer,
  }
})`

/** Timers of the realm, all of them stopped when the mini-program closes. */
function createTimers(run: (work: unknown) => void) {
  const running = new Map<number, NodeJS.Timeout>()
  let last = 0
  const start = (work: unknown, ms: unknown, repeat: boolean): number => {
    last += 1
    const id = last
    const delay = typeof ms === 'number' ? ms : 0
    const fire = () => {
      if (!repeat) running.delete(id)
      run(work)
    }
    running.set(id, repeat ? setInterval(fire, delay) : setTimeout(fire, delay))
    return id
  }
  const stop = (id: unknown) => {
    if (typeof id !== 'number') return
    clearTimeout(running.get(id))
    running.delete(id)
  }
  return {
    globals: {
      setTimeout: (work: unknown, ms: unknown, ...args: unknown[]) =>
        start(() => isMethod(work) && work(...args), ms, false),
      setInterval: (work: unknown, ms: unknown, ...args: unknown[]) =>
        start(() => isMethod(work) && work(...args), ms, true),
      clearTimeout: stop,
      clearInterval: stop,
    },
    later: (work: () => void, ms: number) => start(work, ms, false),
    clear: () => {
      for (const timer of running.values()) clearTimeout(timer)
      running.clear()
    },
  }
}

function createConsole(logs: string[]) {
  const write =
    (level: string) =>
    (...parts: unknown[]) => {
      logs.push(`${level}: ${parts.map(printable).join(' ')}`)
    }
  return {
    log: write('log'),
    info: write('info'),
    debug: write('debug'),
    warn: write('warn'),
    error: write('error'),
    group: write('group'),
    groupEnd: () => undefined,
  }
}

function printable(part: unknown): string {
  if (typeof part === 'string') return part
  if (isRecord(part) && 'message' in part) return errorText(part)
  try {
    return JSON.stringify(part) ?? String(part)
  } catch {
    return String(part)
  }
}
