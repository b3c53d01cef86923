/** What the fragments touch is what their users' roles name: less is refused in the cloud alone, more is a door. */

import { taskWrites } from '../../../functions/tasks/fragments'
import { taskWritesGrant } from '../../../functions/tasks/grants'
import { withEngine } from '../../support/engine/engine'
import { openRecorded } from '../../support/engine/recorded-table'
import { newTask } from './kit'

const database = withEngine('tasks')

it('another domain may use in the tasks table only what it writes and ends', async () => {
  const { table, touched } = openRecorded(database, 'tasks')
  const { openTask, endTask } = taskWrites(table)
  const [begin, end] = [openTask(newTask(1)), endTask(newTask(1))]
  expect((await table.transact(begin)).ok).toBe(true)
  expect((await table.transact(end)).ok).toBe(true)
  expect(touched()).toEqual(taskWritesGrant.partitions)
  const actions = [...begin, ...end].flatMap((write) => Object.keys(write)).map((name) => `${name}Item`)
  expect(actions).toEqual(taskWritesGrant.actions)
})
