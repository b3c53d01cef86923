/**
 * What each domain does with what it holds of a person: it shows it to them, and erases it when they leave. The export and the
 * privacy job of identity are made of this list. A domain that declares personal data and is not in it does not compile.
 */
import { auditPersonalData } from './audit/personal-data'
import type { AuditActionOf, PersonalDomain } from './domains'
import { exhibitionPersonalData } from './exhibition/personal-data'
import type { ExportPart } from './identity/contract'
import { identityAuditActions } from './identity/contract/audit-actions'
import { mediaPersonalData } from './media/personal-data'
import { placesPersonalData } from './places/personal-data'
import { pointsPersonalData } from './points/personal-data'
import type { Context } from './shared/aws/context'
import type { AuditActions, AuditActionWords } from './shared/declaration/audit-actions'
import { tasksPersonalData } from './tasks/personal-data'

/**
 * Erases what is the person's, or takes their name out of it. It may be cut off anywhere, and doing it again, or going on with
 * it, changes nothing that is done. Nothing of the person may be added after it, by whatever token.
 *
 * @param at ms since 1970
 */
export type Eraser = (person: string, at: number) => Promise<void>

type Tables = Pick<Context, 'tableOf' | 'clock'>
type PersonalDataOf<Name extends PersonalDomain> = {
  /** What its staff do on record, with what each is called: somebody reads in their own file what they did. */
  actions: AuditActions<AuditActionOf<Name>>
  /** `words`: of what staff do in any domain. */
  export: (tables: Tables, words: AuditActions) => (person: string) => Promise<ExportPart>
  /** Null: what is held stays for a reason that its declaration gives. */
  erase: ((tables: Tables) => Eraser) | null
}

/** Erased in this order. */
export const personalData: { readonly [Name in PersonalDomain]: PersonalDataOf<Name> } = {
  points: pointsPersonalData,
  places: placesPersonalData,
  audit: auditPersonalData,
  tasks: tasksPersonalData,
  exhibition: exhibitionPersonalData,
  media: mediaPersonalData,
}

/** All that the domains hold of a person. */
export const createExport = (tables: Tables) => {
  const parts = Object.values(personalData)
  const actions: readonly AuditActions[] = [identityAuditActions, ...parts.map((domain) => domain.actions)]
  const words = Object.fromEntries(actions.flatMap(Object.entries<AuditActionWords>))
  const exporters = parts.map((domain) => domain.export(tables, words))
  return async (person: string): Promise<ExportPart> => {
    let all: ExportPart = {}
    for (const part of await Promise.all(exporters.map((exported) => exported(person))))
      all = { ...all, ...part }
    return all
  }
}

/** By domain, those that there are. */
export const createErasers = (tables: Tables): ReadonlyMap<string, Eraser> =>
  new Map(Object.entries(personalData).flatMap(([name, { erase }]) => (erase ? [[name, erase(tables)]] : [])))
