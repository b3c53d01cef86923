import { demoBatch, demoGifts } from '../../../infra/demo/gifts/gifts'
import { demoPeople } from '../../../infra/demo/people'
import { seed as seedGifts } from '../../../infra/local/seed/domains/points'
import { withDomain } from '../../support/engine/domain-engine'
import { dataOn } from '../../support/worlds/context'
import { createObjects } from '../../support/worlds/objects'

const database = withDomain('points')

it('the demonstration has its gifts and a batch that two people made', async () => {
  const idOf = (key: string) => `${demoPeople.findIndex((one) => one.key === key)}`.padStart(20, '0')
  const objects = createObjects()
  const summary = await seedGifts({
    context: dataOn(database),
    objects,
    secretOf: () => 'the secret of the demonstration',
    idOf,
  })
  expect(summary).toContain(`${demoGifts.length} gifts, a code to try`)
  const items = await database.scan('points')
  const pictures = items.flatMap(({ PK, picture }) => (String(PK).startsWith('gifts#') ? [picture] : []))
  expect(pictures).toHaveLength(demoGifts.length)
  for (const picture of pictures) expect(objects.all.has(String(picture).slice(1))).toBe(true)
  expect(items.filter(({ PK }) => String(PK).startsWith('picture#'))).toEqual([])
  expect(items.find(({ SK, PK }) => SK === demoBatch.id && String(PK).startsWith('batches'))).toMatchObject({
    insiders: [idOf('staff-gifts'), idOf('staff-admin')],
    made: demoBatch.count,
  })
})
