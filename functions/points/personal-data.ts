/** What is held of a person in points: shown to them, and closed when they leave. Listed in functions/personal-data.ts. */
import type { Context } from '../shared/aws/context'
import { pointsAuditActions } from './contract/audit-actions'
import { holdings } from './fragments'

type Tables = Pick<Context, 'tableOf' | 'clock'>

const heldIn = ({ tableOf, clock }: Tables) =>
  holdings({ points: tableOf('points'), audit: tableOf('audit') }, { clock })

export const pointsPersonalData = {
  actions: pointsAuditActions,
  export: (tables: Tables) => {
    const held = heldIn(tables)
    return async (person: string) => ({ points: await held.of(person) })
  },
  erase: (tables: Tables) => heldIn(tables).close,
}
