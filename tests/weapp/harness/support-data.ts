/** What the oldest phones of miniapp/config/floor.json know, by MDN's data of browsers. */
import bcd, {
  type CompatStatement,
  type Identifier,
  type SimpleSupportStatement,
} from '@mdn/browser-compat-data'
import floor from '../../../miniapp/config/floor.json'

const engines = [
  { name: 'safari_ios', label: 'iOS', version: floor.ios },
  { name: 'chrome_android', label: 'Chrome', version: floor.chrome },
] as const

export const { properties = {}, selectors = {}, types = {}, 'at-rules': atRules = {} } = bcd.css
export const builtins: Identifier = bcd.javascript.builtins ?? {}

/** Where `feature` is missing, as `iOS 14.5, Chrome 87`; null where the floor has it, or nobody has written it down. */
export function missingOn(feature: Identifier | undefined): string | null {
  const statement = feature?.__compat
  if (statement === undefined) return null
  const missing = engines.flatMap(({ name, label, version }) => {
    const entries = plainEntries(statement, name)
    return entries.some((entry) => holds(entry, version))
      ? []
      : [`${label} ${entries[0]?.version_added || 'never'}`]
  })
  return missing.length === 0 ? null : missing.join(', ')
}

/** The times at which a browser had the feature under its own name and without a switch, the newest first. */
function plainEntries(statement: CompatStatement, browser: 'safari_ios' | 'chrome_android') {
  const support = statement.support[browser]
  const entries: SimpleSupportStatement[] = support === undefined ? [] : [support].flat()
  return entries.filter((entry) => !entry.flags && !entry.prefix && !entry.alternative_name)
}

function holds(
  { version_added: since, version_removed: until }: SimpleSupportStatement,
  version: string,
): boolean {
  if (typeof since !== 'string' || !isAtLeast(version, since.replace('≤', ''))) return false
  return typeof until !== 'string' || !isAtLeast(version, until)
}

function isAtLeast(version: string, since: string): boolean {
  const [a = [], b = []] = [version, since].map((text) => text.split('.').map(Number))
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
