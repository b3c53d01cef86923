import { openTable } from '../../../functions/shared/table'
import { demoBatch, demoGifts } from '../../../infra/demo/gifts/gifts'
import { demoPeople } from '../../../infra/demo/people'
import { seedGifts } from '../../../infra/local/seed/gifts'
import { withDomain } from '../../support/domain-engine'

const bench = withDomain('points')

it('the demonstration has its gifts and a batch that two people made', async () => {
  const table = openTable({ name: bench.tableNameOf('points'), client: bench.client() })
  const idOf = (key: string) => `${demoPeople.findIndex((one) => one.key === key)}`.padStart(20, '0')
  const summary = await seedGifts({
    table,
    audit: bench.tableOf('audit'),
    tasks: bench.tableOf('tasks'),
    pointsSecret: 'the secret of the demonstration',
    idOf,
  })
  expect(summary).toContain(`${demoGifts.length} gifts, a code to try`)
  const items = await bench.scan('points')
  expect(items.find(({ SK, PK }) => SK === demoBatch.id && String(PK).startsWith('batches'))).toMatchObject({
    insiders: [idOf('staff-gifts'), idOf('staff-admin')],
    made: demoBatch.count,
  })
})
