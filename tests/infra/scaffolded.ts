/** Domains of an ordinary shape that nobody has written: what the stacks make of twenty-five more is counted. */
import { type Domain, declareDomain } from '../../functions/shared/declaration/domain'
import { sourceUnknown } from '../../functions/shared/declaration/event-alarms'
import { noBody, noParams, type Operation, operation } from '../../functions/shared/declaration/operation'
import * as z from '../../functions/shared/zod'

/** One for staff to read and one to write of each of six nouns: twelve operations. */
const nouns = ['drafts', 'items', 'steps', 'notes', 'files', 'figures']

const operationsOf = (name: string): Record<string, Operation> =>
  Object.fromEntries(
    nouns.flatMap((noun) =>
      (['GET', 'POST'] as const).map((method) => [
        `${method} ${noun}`,
        operation({
          method,
          path: `/api/${name}/${noun}/:id`,
          access: 'staff',
          summary: `${noun} of ${name}`,
          params: z.object({ id: z.string() }),
          query: noParams,
          body: noBody,
          answer: { schema: z.object({}), description: 'Done.' },
          codes: [],
        }),
      ]),
    ),
  )

const scaffold = (name: string): Domain =>
  declareDomain({
    name,
    about: `An ordinary domain, ${name}`,
    operations: operationsOf(name),
    problems: {},
    table: { expiry: 'expiresAt' },
    tableActions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    // A transaction with a fragment of another domain.
    grants: [{ table: 'points', actions: ['PutItem', 'UpdateItem'], partitions: ['accounts#', 'entries#'] }],
    throttles: { [`/api/${name}/drafts/:id`]: { rate: 100, burst: 200 } },
    alarms: [sourceUnknown],
    personalData: [],
    memory: 512,
    timeoutSeconds: 10,
    jobs: [
      {
        name: 'close',
        schedules: [{ name: 'hourly', expression: 'cron(20 * * * ? *)' }],
        tableActions: ['Query', 'UpdateItem'],
        memory: 512,
        timeoutSeconds: 900,
      },
    ],
  })

export const scaffolded: readonly Domain[] = Array.from({ length: 25 }, (_, n) =>
  scaffold(`scaffold${String.fromCharCode(97 + n)}`),
)
