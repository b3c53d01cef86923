/** What other domains do with tasks: begin and end them in their own transactions. */
import type { Table, Write } from '../shared/aws/table'
import type { TaskId } from './store/keys'
import { endWrite, type NewTask, openWrite } from './store/writes'

export type { NewTask, TaskId }
export type TaskWrites = ReturnType<typeof taskWrites>

export const taskWrites = (table: Table) => ({
  /** Put beside the writes that make something wait. Facts are of the thing, never of a citizen: nobody erases them. */
  openTask: (task: NewTask): Write[] => [openWrite(table, task)],

  /** Put beside the writes of its decision, whatever that is, after one that is refused where it is decided already. */
  endTask: ({ region, power, kind, subject, due }: TaskId): Write[] => [
    endWrite(table, { region, power, kind, subject, due }),
  ],
})
