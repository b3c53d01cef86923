/** Entry of the function's bundle under AWS Lambda. */
import { contextOf } from '../shared/aws/context'
import { openSecrets } from '../shared/aws/secrets'
import { openTable } from '../shared/aws/table'
import { createTasksFunction } from '.'
import { tasks } from './domain'

export const handler = createTasksFunction(contextOf(tasks, { openTable, openSecrets }))
