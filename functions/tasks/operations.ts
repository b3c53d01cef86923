import { operation } from '../shared/declaration/operation'
import * as endpoints from './endpoints/tasks'

export const tasksOperations = {
  tasks: operation({
    ...endpoints.tasks,
    // Any power will do; which of what waits is shown depends on those that are held.
    region: 'query.region',
    summary: 'What waits for a decision in a city',
    description:
      'Of the powers that whoever asks holds there. How many wait is counted as far as 200 a power.',
    answer: { schema: endpoints.tasks.response, description: 'The oldest due first, 50 a page.' },
    maxReadUnits: 62,
  }),
}
