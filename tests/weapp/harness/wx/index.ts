/**
 * The `wx` object: every documented name exists, as on a phone; the ones a walk needs do what the
 * documentation says, the others say loudly that the stand-in lacks them; an undocumented name is a finding.
 */
import { documentedApis } from '../apis'
import type { Verdict } from '../verdict'

/** `absent`: names that this client does not have. */
export function createWx(
  verdict: Verdict,
  implemented: Record<string, unknown>,
  absent: readonly string[] = [],
): object {
  const documented = documentedApis()
  const wx: Record<string, unknown> = {}
  for (const name of documented) wx[name] = implemented[name] ?? lacking(verdict, name)
  for (const name of Object.keys(implemented)) {
    if (!documented.has(name))
      throw new Error(`the stand-in offers wx.${name}, which WeChat does not document`)
  }
  for (const name of absent) delete wx[name]
  return new Proxy(wx, {
    get(target, name) {
      // What the package itself put there (webpack keeps its list of chunks on wx) is its own business.
      if (typeof name === 'string' && !(name in target)) {
        if (!ownNames.has(name) && !absent.includes(name)) verdict.report('unknown wx api', `wx.${name}`)
        return undefined
      }
      return Reflect.get(target, name)
    },
  })
}

/** Read before the package first writes it. */
const ownNames = new Set(['webpackJsonp'])

function lacking(verdict: Verdict, name: string): unknown {
  return () => {
    verdict.report('unsupported by the stand-in', `wx.${name}()`)
    throw new Error(`the stand-in for WeChat lacks wx.${name}: write it in tests/weapp/harness/wx`)
  }
}
