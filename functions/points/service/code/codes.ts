/** Using a printed code: points, the code's being used and the batch's count are one transaction. */

import { parseItem, type Table, type Write } from '../../../shared/aws/table'
import { dayOf, minuteMs } from '../../../shared/day'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import { err, ok, type Result } from '../../../shared/result'
import type { Entry } from '../../contract'
import type { EarningRefusal } from '../../rules/earning'
import { codeHash } from '../../rules/ids'
import { batchKey, codeKey } from '../../store/keys'
import type { Award, earningService } from '../account/earning'
import { type BatchItem, type batchService, codeItemSchema } from './batches'

export type CodeRefusal =
  | EarningRefusal
  | 'account-busy'
  | 'code-wrong'
  | 'code-used'
  | 'code-expired'
  | 'own-batch'
export type UsedCode = { entry: Entry; region: string; repeated: boolean }
/** With the batch, where its codes were read within the last hour. */
type Redeemed = UsedCode & { soonAfterReading: string | null }
type Earning = Pick<ReturnType<typeof earningService>, 'prepareAward' | 'findEarned'>
type Batches = Pick<ReturnType<typeof batchService>, 'readBatch'>

export const codeService = (table: Table, earning: Earning, { readBatch }: Batches) => {
  const find = async (hash: string) => {
    const item = await table.get(codeKey(hash), { consistent: true })
    if (!item) return null
    const { batch: id, index, usedBy } = parseItem(codeItemSchema, item)
    const batch = await readBatch(id)
    if (!batch) throw new Error('a code without its batch')
    return { batch, index, usedBy }
  }

  const attempt = async (hash: string, person: string, at: number) => {
    const found = await find(hash)
    if (!found) return err('code-wrong' as const)
    const { batch, index, usedBy } = found
    const award = awardOf(batch, index, person, at)
    if (usedBy !== undefined) return usedBy === person ? existing(award) : err('code-used' as const)
    const refusal = refusalOf(batch, person, at)
    if (refusal) return err(refusal)
    const prepared = await earning.prepareAward(award)
    if (!prepared.ok) return prepared
    const { entry, writes, isRepeated } = prepared.value
    if (isRepeated) return ok({ entry, region: batch.region, repeated: true, soonAfterReading: null })
    const written = await table.transact([...use(hash, batch, person), ...writes])
    return written.ok ? ok(newlyUsed(entry, batch, at)) : retry
  }

  /** Used before by this very person. */
  const existing = async (award: Award): Promise<Result<Redeemed, CodeRefusal>> => {
    const entry = await earning.findEarned(award, 'code', award.subject)
    if (!entry) throw new Error('a used code without its entry')
    return ok({ entry, region: award.region, repeated: true, soonAfterReading: null })
  }

  const use = (hash: string, batch: BatchItem, person: string): Write[] => [
    table.update(codeKey(hash), {
      UpdateExpression: 'SET usedBy = :person',
      ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(usedBy)',
      values: { ':person': person },
    }),
    table.update(batchKey(batch.id), {
      UpdateExpression: 'SET used = used + :one',
      ConditionExpression: 'isStopped = :false AND NOT contains(insiders, :person)',
      values: { ':one': 1, ':false': false, ':person': person },
    }),
  ]

  return {
    /** `code`: read already. `repeated`: this person had used it, and nothing was added. */
    async redeem(
      { code, person, at }: { code: string; person: string; at: number },
      secret: string,
    ): Promise<Result<Redeemed, CodeRefusal>> {
      const hash = codeHash(secret, code)
      return (await retryOnConflict(table, () => attempt(hash, person, at))) ?? err('account-busy')
    },
  }
}

/** Codes go to a printer, then to people: who uses one within the hour of its reading may be a friend of the reader. */
const isFresh = ({ readAt }: BatchItem, at: number): boolean =>
  readAt !== undefined && at - Date.parse(readAt) < 60 * minuteMs

const refusalOf = (batch: BatchItem, person: string, at: number) => {
  if (batch.insiders?.includes(person)) return 'own-batch' as const
  return isOver(batch, at) ? ('code-expired' as const) : null
}

const isOver = ({ isStopped, until }: BatchItem, at: number) => isStopped || until < dayOf(at)

const newlyUsed = (entry: Entry, batch: BatchItem, at: number): Redeemed => ({
  entry,
  region: batch.region,
  repeated: false,
  soonAfterReading: isFresh(batch, at) ? batch.id : null,
})

const awardOf = (
  { id, region, label, points }: BatchItem,
  index: number,
  person: string,
  at: number,
): Award => ({
  person,
  region,
  rule: 'code',
  subject: `${id}#${index}`,
  amount: points,
  at,
  reason: { type: 'code', batch: id, label },
})
