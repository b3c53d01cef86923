/** What other domains may know of people from the table itself. */
import type { Table } from '../shared/table'
import type { Power } from './contract'
import { holderReader } from './store/roles'

export const staffFragment = (table: Table) => {
  const { holders } = holderReader(table)
  return {
    /** Whether anybody of the city's staff beside `person` holds the power. */
    async isHeldByAnother(power: Power, { region, person }: { region: string; person: string }) {
      return (await holders(region)).some(
        ({ id, roles }) =>
          id !== person && roles.some((role) => role.kind === 'staff' && role.powers.includes(power)),
      )
    },
  }
}
