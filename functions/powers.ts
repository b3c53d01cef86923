/**
 * Every power that a domain declares (`functions/<domain>/contract/powers.ts`), as plain data, for the phone reads it too. A
 * power that is declared and missing here does not compile; tests/functions/meta/domains.test.ts names one that is here and
 * in no declaration, or in two.
 */
import { auditPowers } from './audit/contract/powers'
import { exhibitionPowers } from './exhibition/contract/powers'
import { identityPowers } from './identity/contract/powers'
import { placesPowers } from './places/contract/powers'
import { pointsPowers } from './points/contract/powers'
import type { Power, PowerDeclaration } from './shared/access/access'

export const declaredPowers: Readonly<Record<Power, PowerDeclaration>> = {
  ...exhibitionPowers,
  ...placesPowers,
  ...pointsPowers,
  ...auditPowers,
  ...identityPowers,
}

const isDeclared = (name: string): name is Power => name in declaredPowers
export const powers: readonly Power[] = Object.keys(declaredPowers).filter(isDeclared)
