/** What the desk reads of what waits. */
import { powersIn } from '../shared/access/access'
import { badCursor, readSortCursor, sortCursorOf } from '../shared/http/cursor'
import type { HandlersOf } from '../shared/http/router'
import { err, ok } from '../shared/result'
import type { tasksOperations } from './operations'
import type { TasksStore } from './store/reads'

const perPage = 50
const sortKeys = /^\d{13}#[a-z-]{1,30}#[0-9A-Za-z-]{1,60}$/

/** What answers each operation, by its name. */
export const createTasksHandlers = ({ listTasks }: TasksStore): HandlersOf<typeof tasksOperations> => ({
  tasks: async ({ session, query: { region, cursor } }) => {
    const from = readSortCursor(cursor, sortKeys)
    if (!from.ok) return err(badCursor)
    const page = { region, powers: powersIn(session, region), from: from.value, limit: perPage }
    const { next, ...read } = await listTasks(page)
    return ok({ json: { ...read, cursor: sortCursorOf(next) } })
  },
})
