/** Where everything stands in the table `tasks`. PK and SK are strings; `expiresAt` is the second an item may vanish. */
import type { Power } from '../../shared/access/access'
import type { Key } from '../../shared/aws/table'

/** A thing to be decided, and when it should be: together they are one task and no other. It takes one power. */
export type TaskId = {
  region: string
  power: Power
  kind: string
  subject: string
  /** ISO 8601. */
  due: string
}

/** What waits in a city for holders of a power, in the order of due time. */
export const openPartition = (region: string, power: Power) => `open#${region}#${power}`

const dueDigits = 13
/** Kinds and subjects hold no `#`. */
export const openKey = ({ region, power, kind, subject, due }: TaskId): Key => ({
  PK: openPartition(region, power),
  SK: `${String(Date.parse(due)).padStart(dueDigits, '0')}#${kind}#${subject}`,
})

/** What a sort key says. */
export const readOpenSort = (sort: string): Pick<TaskId, 'kind' | 'subject' | 'due'> => {
  const [due = '', kind = '', subject = ''] = sort.split('#')
  return { kind, subject, due: new Date(Number(due)).toISOString() }
}
