/**
 * The adjustments that concern an account, found from its person: what others wrote about them there is theirs to see, and
 * goes with them. The amount, the day and who decided stay, for the ledger has to add up and be answered for.
 */

import type { recordWords } from '../../../audit/fragments'
import { type Key, parseItem, type Table, type Write } from '../../../shared/aws/table'
import { TableUnavailable } from '../../../shared/aws/unavailable'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import * as z from '../../../shared/zod'
import { type Entry, storedAdjustmentSchema } from '../../contract'
import { adjustmentKey, entryKey, ownAdjustmentKey, ownAdjustmentsPrefix, personPartition } from '../keys'
import type { Owner } from './accounts'
import type { entryReader } from './entries'

/** What stands where words about somebody stood who has deleted their account. */
export const erasedText = '（账户已注销，文字已删除）'

/** `audit`: sort key and partition of the record that holds the same words. */
const pointerSchema = z.object({ id: z.string(), audit: z.object({ PK: z.string(), SK: z.string() }) })
export type OwnAdjustment = Pick<
  z.infer<typeof storedAdjustmentSchema>,
  'id' | 'points' | 'text' | 'state' | 'proposedAt' | 'decidedAt'
>

/** Entries read at a time. */
const pageSize = 100

/** The fragment that lets an adjustment be found from the person it concerns. */
export const putOwnAdjustment = (
  table: Table,
  { person, id }: { person: string; id: string },
  audit: Key,
): Write => table.put({ ...ownAdjustmentKey(person, id), id, audit })

type Dependencies = {
  entries: Pick<ReturnType<typeof entryReader>, 'readOthers'>
  /** Of the records that hold the same words. */
  words: ReturnType<typeof recordWords>
}

export const ownAdjustments = (table: Table, { entries, words }: Dependencies) => {
  const pointersOf = async ({ person, region }: Owner) => {
    const items = await table.query(personPartition(person), ownAdjustmentsPrefix(region), {
      consistent: true,
    })
    return items.map((item) => parseItem(pointerSchema, item))
  }

  const eraseAdjustment = ({ id }: { id: string }): Write =>
    table.update(adjustmentKey(id), {
      UpdateExpression: 'SET #text = :erased',
      ConditionExpression: 'attribute_exists(PK)',
      names: { '#text': 'text' },
      values: { ':erased': erasedText },
    })

  /** Adjustment and record at once; the record may vanish between being read and being written. */
  const eraseOne = async (pointer: z.infer<typeof pointerSchema>): Promise<void> => {
    const done = await retryOnConflict(table, async () => {
      const written = await table.transact([
        eraseAdjustment(pointer),
        ...(await words.replace(pointer.audit, 'text', erasedText)),
      ])
      return written.ok ? true : retry
    })
    if (done === null) throw new TableUnavailable('the words of an adjustment were not erased')
  }

  const eraseEntry = async ({ person, region }: Owner, { seq, reason }: Entry): Promise<void> => {
    await table.updateOne(entryKey('entry', person, region, seq), {
      UpdateExpression: 'SET reason = :reason',
      ConditionExpression: 'attribute_exists(PK)',
      values: { ':reason': { ...reason, text: erasedText } },
    })
  }

  const eraseEntries = async (owner: Owner): Promise<void> => {
    let after: number | null = null
    do {
      const page = await entries.readOthers(owner, { after, limit: pageSize })
      for (const entry of page.entries) if (isWritten(entry)) await eraseEntry(owner, entry)
      after = page.next
    } while (after !== null)
  }

  return {
    /** Newest first. */
    async adjustmentsOf(owner: Owner): Promise<OwnAdjustment[]> {
      const keys = (await pointersOf(owner)).map(({ id }) => adjustmentKey(id))
      return (await table.getMany(keys, { consistent: true }))
        .map((item) => parseItem(storedAdjustmentSchema, item))
        .map(({ id, points, text, state, proposedAt, decidedAt }) => ({
          id,
          points,
          text,
          state,
          proposedAt,
          decidedAt,
        }))
        .sort((a, b) => b.proposedAt.localeCompare(a.proposedAt))
    },

    /**
     * Takes the words out of every adjustment of the account, its records and its entries. The account is closed by then,
     * and nothing is proposed for it any more; doing it again, or going on with it, changes nothing that is done.
     */
    async eraseWords(owner: Owner): Promise<void> {
      for (const pointer of await pointersOf(owner)) await eraseOne(pointer)
      await eraseEntries(owner)
    },
  }
}

const isWritten = ({ reason }: Entry) => reason.type === 'adjustment' && reason.text !== erasedText
