/**
 * Who has taken a file into use: one item for each file, beside its record. Whoever takes it and whoever removes it write this one
 * item, so that never both succeed.
 */
import { type Item, type Key, parseItem, secondsOf, type Table, type Write } from '../../shared/aws/table'
import * as z from '../../shared/zod'

/** What a file is used by: an entry of the exhibition, a gift. */
export type User = { domain: string; subject: string }
/** `until`: ISO 8601, when the use ends; null: it does not. */
export type Use = User & { until: string | null }
/** `revision`: 0 where nobody has ever used it. `isClosed`: it is being removed, and nobody can use it any more. */
export type Uses = { uses: Use[]; revision: number; isClosed: boolean }

const keyOf = (id: string): Key => ({ PK: `uses#${id}`, SK: 'uses' })
const fieldOf = ({ domain, subject }: User) => `use#${domain}#${subject}`
/** An attribute of an item is never null. */
const open = ''

const headSchema = z.object({ revision: z._default(z.int(), 0), isClosed: z._default(z.boolean(), false) })

const usesIn = (item: Item): Use[] =>
  Object.entries(item).flatMap(([field, until]) => {
    const [kind, domain, subject] = field.split('#')
    if (kind !== 'use' || !domain || !subject || typeof until !== 'string') return []
    return [{ domain, subject, until: until === open ? null : until }]
  })

export const createUseStore = (table: Table) => {
  const change = (user: User, until: string | null) => ({
    UpdateExpression: 'SET #use = :until ADD #revision :one',
    names: { '#use': fieldOf(user), '#revision': 'revision' },
    values: { ':until': until ?? open, ':one': 1 },
  })
  return {
    /** False where it is being removed. */
    async use(id: string, user: User, until: string | null): Promise<boolean> {
      const used = { ...change(user, until), ConditionExpression: 'attribute_not_exists(isClosed)' }
      return (await table.updateOne(keyOf(id), used)).ok
    },

    /** Fragment: the use ends then. */
    leaving: (id: string, user: User, until: string): Write => table.update(keyOf(id), change(user, until)),

    /** As they are now. */
    async read(id: string): Promise<Uses> {
      const item = (await table.get(keyOf(id), { consistent: true })) ?? {}
      return { ...parseItem(headSchema, item), uses: usesIn(item) }
    },

    /** Nobody can use it afterwards; false where somebody has taken or left it since it was read. `expiresAt`: ms since 1970. */
    async close(id: string, { revision }: Uses, expiresAt: number): Promise<boolean> {
      const closed = {
        UpdateExpression: 'SET isClosed = :closed, expiresAt = :expiresAt',
        ConditionExpression: revision === 0 ? 'attribute_not_exists(#revision)' : '#revision = :revision',
        names: { '#revision': 'revision' },
        values: {
          ':closed': true,
          ':expiresAt': secondsOf(expiresAt),
          ...(revision > 0 && { ':revision': revision }),
        },
      }
      return (await table.updateOne(keyOf(id), closed)).ok
    },
  }
}
