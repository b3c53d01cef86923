/** How `wx.*` is called: an options object with `success`, `fail` and `complete`, or a promise where none is given. */
import { isMethod, isRecord, type Realm } from '../realm'

/** What goes wrong in a way the documentation names; reaches the caller as `fail({errMsg, errno})`. */
export class WxFailure extends Error {
  constructor(
    readonly reason: string,
    readonly errno?: number,
  ) {
    super(reason)
  }
}

export type Options = Record<string, unknown>
type Answer = Record<string, unknown> | undefined

/** Answers one call of `name` with what `work` gives; always later, never within the call itself. */
export function answer(
  realm: Realm,
  name: string,
  given: unknown,
  work: (options: Options) => unknown,
): unknown {
  const options: Options = isRecord(given) ? given : {}
  const settled = Promise.resolve()
    .then(() => work(options))
    .then(
      (value) => ({ ok: true, result: succeeded(realm, name, value) }),
      (reason) => ({ ok: false, result: failed(realm, name, reason) }),
    )
  const wantsCallback = ['success', 'fail', 'complete'].some((key) => isMethod(options[key]))
  if (!wantsCallback) {
    return settled.then(({ ok, result }) => (ok ? result : Promise.reject(result)))
  }
  settled.then(({ ok, result }) => {
    realm.call(`${name} ${ok ? 'success' : 'fail'}`, options[ok ? 'success' : 'fail'], undefined, result)
    realm.call(`${name} complete`, options.complete, undefined, result)
  })
  return undefined
}

/** Objects that are the realm's own already (an ArrayBuffer, parsed JSON) pass untouched under these names. */
const untouched = ['data', 'randomValues']

function succeeded(realm: Realm, name: string, value: unknown): unknown {
  const given = Object.entries(isRecord(value) ? value : {})
  const copied = Object.fromEntries(given.filter(([key]) => !untouched.includes(key)))
  const result = realm.json({ ...copied, errMsg: `${name}:ok` })
  for (const [key, own] of given)
    if (isRecord(result) && own !== undefined && untouched.includes(key)) result[key] = own
  return result
}

function failed(realm: Realm, name: string, reason: unknown): unknown {
  const known = reason instanceof WxFailure ? reason : null
  const text = known?.reason ?? (reason instanceof Error ? reason.message : String(reason))
  return realm.json({
    errMsg: `${name}:fail ${text}`,
    ...(known?.errno === undefined ? {} : { errno: known.errno }),
  })
}

/** A list of listeners behind a pair such as `onThemeChange` and `offThemeChange`. */
export interface Listeners {
  on(listener: unknown): void
  off(listener: unknown): void
  emit(value: Answer): void
  readonly size: number
}

export function createListeners(realm: Realm, name: string): Listeners {
  const listeners = new Set<unknown>()
  return {
    on: (listener) => listeners.add(listener),
    off: (listener) => (listener === undefined ? listeners.clear() : listeners.delete(listener)),
    emit: (value) => {
      for (const listener of listeners) realm.call(name, listener, undefined, realm.json(value))
    },
    get size() {
      return listeners.size
    },
  }
}
