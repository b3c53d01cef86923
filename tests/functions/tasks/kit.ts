/** Tasks as domains put them into their transactions. */
import type { Power } from '../../../functions/shared/access/access'
import { dayMs } from '../../../functions/shared/day'
import type { NewTask } from '../../../functions/tasks/fragments'
import { personNamed } from '../../support/worlds/sessions'

export const city = '320800'
export const began = Date.parse('2026-11-18T10:00:00+08:00')

/** The `number`th to be due, as long as one of a person gets. */
export const newTask = (number: number, power: Power = 'gifts'): NewTask => {
  const due = new Date(began + 14 * dayMs + number * 1000).toISOString()
  return {
    ...{
      region: city,
      power,
      kind: power === 'review' ? 'report' : 'proposal',
      subject: `${city}-${String(number).padStart(10, '0')}`,
      due,
    },
    ...{ by: personNamed('qian'), at: new Date(began).toISOString(), until: due },
    facts: { operation: 'createBatch', label: '秋'.repeat(40) },
  }
}
