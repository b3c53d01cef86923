/** The built-ins of JavaScript that the oldest phones of miniapp/config/floor.json do not have. */
import { builtins, missingOn } from './support-data'

/** `BigInt` for what is missing altogether, `Array.at` for a member of the constructor or of what it makes. */
export const missingBuiltins: readonly string[] = Object.keys(builtins).flatMap((name) => {
  const feature = builtins[name]
  if (missingOn(feature) !== null) return [name]
  return Object.keys(feature ?? {})
    .filter((member) => /^[a-zA-Z]\w*$/.test(member) && missingOn(feature?.[member]) !== null)
    .map((member) => `${name}.${member}`)
})
