/** Somebody found by what staff typed. */
import { err, ok, type Result } from '@common/result'
import type { ResolvedPerson } from '@contract/identity'
import type { Failure } from '@/shared/api/request'
import type { LedgerOf } from '../api'
import type { LedgerTyped, PersonTyped } from '../typed'
import { resolvePersons } from './api'
import { directory, type Whose } from './directory'

type Answer<T> = Promise<Result<T, Failure>>

export async function findPerson(whose: Whose, typed: PersonTyped): Answer<ResolvedPerson> {
  const asked = 'no' in typed ? { nos: [typed.no] } : { ids: [typed.id] }
  const answer = await resolvePersons(whose.region, asked)
  if (!answer.ok) return answer
  const [person] = answer.value.persons
  if (!person) return err({ code: 'unknown-person' })
  directory.put(whose, person)
  return ok(person)
}

/**
 * What the ledger is asked by. An id is taken as it is: the entries of somebody who has left stay, and are found by it.
 */
export async function ledgerOf(whose: Whose, typed: LedgerTyped): Answer<LedgerOf> {
  if ('order' in typed) return ok(typed)
  if ('id' in typed) return ok({ person: typed.id, region: whose.region })
  const person = await findPerson(whose, typed)
  return person.ok ? ok({ person: person.value.id, region: whose.region }) : person
}
