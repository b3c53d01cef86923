/** What others do between the reading and the writing of an action. */
import { dayMs } from '../../../functions/shared/day'
import { withDomain } from '../../support/engine/domain-engine'
import { beforeFirstWrite } from '../../support/faults/faults'
import { createExhibitionWorld, exhibit, firstDay, room } from './kit'

const database = withDomain('exhibition')

/** A gallery with two exhibits of which neither is public yet, and a second process of the function. */
const setUp = async () => {
  const world = createExhibitionWorld(database)
  const [chen, sun] = [world.editor('chen'), world.editor('sun')]
  await world.published(chen, sun, room())
  const one = await world.submitted(chen, exhibit({ title: '第一件' }))
  const two = await world.submitted(chen, exhibit({ title: '第二件' }))
  const client = database.client()
  const other = createExhibitionWorld(database, { client })
  const titles = async () => (await world.gallery()).exhibits.map(({ title }) => title).sort()
  return { world, other, client, sun, one, two, titles }
}

it('two publications at the same moment are both shown', async () => {
  const { world, other, client, sun, one, two, titles } = await setUp()
  beforeFirstWrite(client, () => world.approve(sun, one))
  await other.approve(other.editor('sun'), two)
  expect(await titles()).toEqual(['第一件', '第二件'])
})

it('a withdrawal wins over a schedule that is firing', async () => {
  const { world, other, client, sun, one, titles } = await setUp()
  const tomorrow = Date.parse(firstDay) + dayMs
  await world.approve(sun, one, new Date(tomorrow).toISOString())
  for (const { time } of [world, other]) time.now = tomorrow
  beforeFirstWrite(client, () => sun.post(one.id, 'withdrawal', {}))
  expect(await other.sweep()).toMatchObject({ published: 0, failed: 0 })
  expect(await titles()).toEqual([])
  expect(await sun.entry(one.id)).toMatchObject({ state: 'withdrawn', live: null, schedule: null })
})

it('a save that comes between the reading and the writing of another is not overwritten', async () => {
  const { world, other, client } = await setUp()
  const chen = world.editor('chen')
  const draft = await world.drafted(chen)
  beforeFirstWrite(client, () => chen.save(draft, exhibit({ title: '先到的' })))
  const late = await other.editor('zhou').save(draft, exhibit({ title: '后到的' }))
  expect(late.status).toBe(409)
  expect(await chen.entry(draft.id)).toMatchObject({ title: '先到的', revision: 2 })
})
