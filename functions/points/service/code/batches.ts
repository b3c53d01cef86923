/** Batches of printed codes. What a code is can always be worked out again; kept of each is a hash, and who used it. */

import { changesOf } from '../../../audit/fragments'
import { type Item, parseItem, type Table, type Write } from '../../../shared/aws/table'
import { TableUnavailable } from '../../../shared/aws/unavailable'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import { readSorted } from '../../../shared/items/sorted-pages'
import { err, ok, type Result } from '../../../shared/result'
import * as z from '../../../shared/zod'
import { type Batch, batchSchema } from '../../contract'
import { codeHash, codeOf } from '../../rules/ids'
import { batchKey, batchPartition, codeKey } from '../../store/keys'
import type { PointsAudit } from '../audit'

export const batchItemSchema = z.extend(batchSchema, {
  /** Codes that stand in the table, the first ones; those of a batch whose making was cut short follow when it is looked at. */
  made: z.int(),
  /** Digest of the request that made it. */
  asked: z.string(),
  /** Who proposed, approved or read it: they use no code of it. Absent: made before this was kept. */
  insiders: z.optional(z.array(z.string())),
  /** When somebody last read its codes. */
  readAt: z.optional(z.string()),
})
export type BatchItem = z.infer<typeof batchItemSchema>

export const codeItemSchema = z.object({
  batch: z.string(),
  index: z.int(),
  /** Person id; absent: nobody has used it. */
  usedBy: z.optional(z.string()),
})

export type NewBatch = Pick<Batch, 'id' | 'region' | 'label' | 'count' | 'points' | 'until'> & {
  asked: string
  by: string
  approvedBy: string
}
export type BatchDependencies = { audit: PointsAudit; clock: () => number }

/** One transaction holds a hundred writes, and one of them says how far it has come. */
const codesAtOnce = 99

export const batchService = (table: Table, { audit, clock }: BatchDependencies) => {
  const readBatch = async (id: string): Promise<BatchItem | null> => {
    const item = await table.get(batchKey(id), { consistent: true })
    return item && batchOf(item)
  }

  const putBatch = async (
    { by, approvedBy, ...batch }: NewBatch,
    also: Write[],
  ): Promise<BatchItem | null> => {
    const { id, region, label, count, points, until } = batch
    const at = new Date(clock()).toISOString()
    const people = { proposedBy: by, approvedBy, insiders: [by, approvedBy] }
    const item: BatchItem = { ...batch, ...people, at, used: 0, made: 0, isStopped: false }
    const changes = changesOf({}, { label, count, points, until })
    const written = await table.transact([
      table.put({ ...batchKey(id), ...item }, { ConditionExpression: 'attribute_not_exists(PK)' }),
      ...audit.writes({ region, by, action: 'batch-created', subject: id, changes }),
      ...also,
    ])
    return written.ok ? item : null
  }

  /** Puts the codes that are missing. Two who do so at once take turns; whoever dies midway is carried on by the next. */
  const complete = async (batch: BatchItem, secret: string): Promise<BatchItem> => {
    let { made } = batch
    while (made < batch.count) {
      const until = Math.min(made + codesAtOnce, batch.count)
      const indexes = Array.from({ length: until - made }, (_, i) => made + i)
      const written = await table.transact([
        table.update(batchKey(batch.id), {
          UpdateExpression: 'SET made = :until',
          ConditionExpression: 'made = :made',
          values: { ':until': until, ':made': made },
        }),
        ...indexes.map((index) =>
          table.put(
            { ...codeKey(codeHash(secret, codeOf(secret, batch.id, index))), batch: batch.id, index },
            { ConditionExpression: 'attribute_not_exists(PK)' },
          ),
        ),
      ])
      if (written.ok) made = until
      else {
        const now = await readBatch(batch.id)
        if (!now || now.made === made) throw new Error('a code of the batch stands there already')
        made = now.made
      }
    }
    return { ...batch, made }
  }

  const markRead = async (id: string, by: string): Promise<Result<BatchItem, 'unknown-batch'>> => {
    const marked = await retryOnConflict(table, async () => {
      const batch = await readBatch(id)
      if (!batch) return err('unknown-batch' as const)
      const readAt = new Date(clock()).toISOString()
      const insiders = [...new Set([...(batch.insiders ?? []), by])]
      const written = await table.transact([
        table.update(batchKey(id), {
          UpdateExpression: 'SET readAt = :at, insiders = :insiders',
          ...insidersUnchanged(batch),
          values: {
            ':at': readAt,
            ':insiders': insiders,
            ...(batch.insiders && { ':before': batch.insiders }),
          },
        }),
        ...audit.writes({ region: batch.region, by, action: 'codes-read', subject: id, changes: [] }),
      ])
      return written.ok ? ok({ ...batch, readAt, insiders }) : retry
    })
    if (marked === null) throw new TableUnavailable('others kept writing to the same batch')
    return marked
  }

  return {
    readBatch,

    /** With all its codes; for the same id the same batch. `also` is written with the batch. */
    async createBatch(
      request: NewBatch,
      secret: string,
      also: Write[] = [],
    ): Promise<Result<BatchItem, 'idempotency-key-reused'>> {
      const batch = (await putBatch(request, also)) ?? (await readBatch(request.id))
      return batch?.asked === request.asked
        ? ok(await complete(batch, secret))
        : err('idempotency-key-reused')
    },

    /** Newest first. `from`: where the page begins, as the one before said; null for the first. */
    async listBatches(
      region: string,
      from: string | null,
      limit: number,
    ): Promise<{ batches: BatchItem[]; next: string | null }> {
      const ranges = [{ from: `${region}-`, until: `${region}-~` }]
      const { items, next } = await readSorted(table, batchPartition(region), ranges, { from, limit })
      return { batches: items.map(batchOf), next }
    },

    /** Every code with whether it was used. Who looked is on record, and an insider, before anything is shown. */
    async readCodes(
      { id, by }: { id: string; by: string },
      secret: string,
    ): Promise<Result<{ batch: BatchItem; codes: { code: string; used: boolean }[] }, 'unknown-batch'>> {
      const found = await markRead(id, by)
      if (!found.ok) return found
      const batch = await complete(found.value, secret)
      const codes = Array.from({ length: batch.count }, (_, index) => codeOf(secret, id, index))
      const used = await usedIndexes(codes.map((code) => codeHash(secret, code)))
      return ok({ batch, codes: codes.map((code, index) => ({ code, used: used.has(index) })) })
    },

    /** Codes that nobody used are worth nothing from now on; to stop it again changes nothing. */
    async stopBatch({ id, by }: { id: string; by: string }): Promise<Result<BatchItem, 'unknown-batch'>> {
      const stopped = await retryOnConflict(table, async () => {
        const batch = await readBatch(id)
        if (!batch) return err('unknown-batch' as const)
        if (batch.isStopped) return ok(batch)
        const changes = changesOf({ isStopped: false }, { isStopped: true })
        const written = await table.transact([
          table.update(batchKey(id), {
            UpdateExpression: 'SET isStopped = :true',
            ConditionExpression: 'isStopped = :false',
            values: { ':true': true, ':false': false },
          }),
          ...audit.writes({ region: batch.region, by, action: 'batch-stopped', subject: id, changes }),
        ])
        return written.ok ? ok({ ...batch, isStopped: true }) : retry
      })
      if (stopped === null) throw new TableUnavailable('others kept writing to the same batch')
      return stopped
    },
  }

  async function usedIndexes(hashes: readonly string[]): Promise<Set<number>> {
    const items = await table.getMany(hashes.map(codeKey), { consistent: true })
    const codes = items.map((item) => parseItem(codeItemSchema, item))
    return new Set(codes.flatMap(({ index, usedBy }) => (usedBy === undefined ? [] : [index])))
  }
}

const insidersUnchanged = ({ insiders }: BatchItem) => ({
  ConditionExpression: insiders ? 'insiders = :before' : 'attribute_not_exists(insiders)',
})

export const batchOf = (item: Item): BatchItem => parseItem(batchItemSchema, item)
