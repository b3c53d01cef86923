/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/context'
import { openSecrets } from '../shared/secrets'
import { openTable } from '../shared/table'
import { createTasksFunction } from '.'
import { tasks } from './domain'

export const handler = createTasksFunction(contextOf(tasks, { openTable, openSecrets }))
