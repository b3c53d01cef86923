/** What staff did. An entry is written in the transaction of the deed: neither is there without the other. */
import { base32 } from '../../../shared/base32'
import { dayMs } from '../../../shared/day'
import { type Key, parseItem, secondsOf, type Table, type Write } from '../../../shared/table'
import { TableUnavailable } from '../../../shared/unavailable'
import * as z from '../../../shared/zod'
import { type KeptAudit, keptAuditSchema } from '../../contract'
import { actKey, auditKey, auditPartition } from '../keys'

/** Three years: as long as a claim about points can be brought (Civil Code, art. 188). Then nobody's doings are kept. */
const daysKept = 3 * 366

export type Deed = Pick<KeptAudit, 'by' | 'action' | 'subject' | 'changes'> & { region: string }
export type AuditDependencies = {
  clock: () => number
  random: (bytes: number) => Uint8Array
}
export type AuditLog = ReturnType<typeof auditLog>

export const auditLog = (table: Table, { clock, random }: AuditDependencies) => {
  const writesOf = ({ region, ...deed }: Deed): { key: Key; writes: Write[] } => {
    const now = clock()
    const at = new Date(now).toISOString()
    const key = auditKey(region, at, base32(random(10), 10))
    const expiresAt = secondsOf(now + daysKept * dayMs)
    const writes = [
      table.put({ ...key, ...deed, at, expiresAt }, { ConditionExpression: 'attribute_not_exists(PK)' }),
      table.put({ ...actKey(deed.by, key.SK), region, expiresAt }),
    ]
    return { key, writes }
  }
  return {
    /** The fragments that go with the deed: its record, and where whoever did it finds it again. */
    entry: (deed: Deed): Write[] => writesOf(deed).writes,

    /** The same, with where the record stands. */
    keyedEntry: writesOf,

    /** For a look at something: on record before anything is shown. */
    async record(deed: Deed): Promise<void> {
      const written = await table.transact(writesOf(deed).writes)
      if (!written.ok) throw new TableUnavailable('a look was not recorded')
    },

    /** Newest first. `from`: where the page begins, as the one before said; null for the first. */
    async readAudit(region: string, month: string, from: string | null, limit: number): Promise<AuditPage> {
      const items = await table.page(auditPartition(region, month), {
        from: '0',
        until: from ?? '9',
        limit: limit + 1,
        newestFirst: true,
        consistent: true,
      })
      return {
        audit: items.slice(0, limit).map((item) => parseItem(keptAuditSchema, item)),
        next: items.length > limit ? parseItem(sortSchema, items[limit] ?? {}).SK : null,
      }
    },
  }
}

export type AuditPage = { audit: KeptAudit[]; next: string | null }

const sortSchema = z.object({ SK: z.string() })

type Fields = Record<string, unknown>

/** Which fields differ, before and after as text. Fields that `after` does not name did not change. */
export function changesOf(before: Fields, after: Fields): KeptAudit['changes'] {
  return Object.keys(after)
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
    .filter((change) => change.before !== change.after)
}

/** All fields of what is new, those without a value too: no limit is something to agree to. */
export const wholeOf = (after: Fields): KeptAudit['changes'] =>
  Object.entries(after).map(([field, value]) => ({ field, before: '', after: textOf(value) }))

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
