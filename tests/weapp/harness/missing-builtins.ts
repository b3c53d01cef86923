/** The built-ins of JavaScript that the oldest phones of miniapp/config/floor.json do not have. */
import type { Identifier } from '@mdn/browser-compat-data'
import { builtins, missingOn } from './support-data'

/** `BigInt` for what is missing altogether, `Array.at` for a member of the constructor or of what it makes. */
export const missingBuiltins: readonly string[] = Object.keys(builtins).flatMap((name) => {
  const feature = builtins[name]
  if (missingOn(feature) !== null) return [name]
  return Object.keys(feature ?? {})
    .filter((member) => /^[a-zA-Z]\w*$/.test(member) && missingOn(feature?.[member]) !== null)
    .map((member) => `${name}.${member}`)
})

const memberOf = (path: string) => path.split('.')[1]
const namesOf = (feature: Identifier | undefined) => Object.keys(feature ?? {})
const everywhere = new Set(
  Object.keys(builtins).flatMap((name) =>
    namesOf(builtins[name]).filter((member) => !missingBuiltins.includes(`${name}.${member}`)),
  ),
)

/** Missing members that no older built-in shares its name with: a call of such a name is one of them. */
export const missingMembers: readonly string[] = missingBuiltins
  .filter((path) => /^(Array|String|Object|Promise|Map|RegExp)\./.test(path))
  .flatMap((path) => memberOf(path) ?? [])
  .filter((member) => !everywhere.has(member))
