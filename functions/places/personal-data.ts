/** What is held of a person in open reports. Listed in functions/personal-data.ts. */
import type { Context } from '../shared/aws/context'
import { placesAuditActions } from './contract/audit-actions'
import { reportersFragment } from './fragments'

type Tables = Pick<Context, 'tableOf'>

export const placesPersonalData = {
  actions: placesAuditActions,
  export: ({ tableOf }: Tables) => {
    const reporters = reportersFragment(tableOf('places'))
    return async (person: string) => ({ reports: await reporters.of(person) })
  },
  erase: ({ tableOf }: Tables) => reportersFragment(tableOf('places')).forget,
}
