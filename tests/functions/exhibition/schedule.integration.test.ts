/** What is approved for a time becomes public then, once; whoever withdraws it meanwhile wins. */
import { entrySchema } from '../../../functions/exhibition/contract/entries'
import { problemSchema } from '../../../functions/shared/contract'
import { dayMs, minuteMs } from '../../../functions/shared/day'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { parsed, refusal } from '../../support/worlds/points-world'
import { city, createExhibitionWorld, exhibit, firstDay, room, text } from './kit'

const database = withDomain('exhibition')

const setUp = () => {
  const world = createExhibitionWorld(database)
  const [chen, sun] = [world.editor('chen'), world.editor('sun')]
  const shown = async () => (await world.gallery('stories')).exhibits.map(({ id }) => id)
  const open = async () => {
    if ((await world.api.get(`/api/exhibition/${city}/galleries/stories`)).status !== 200)
      await world.published(chen, sun, room({ gallery: 'stories' }))
  }
  const scheduled = async (at: string, words = '一张票') => {
    await open()
    const content = exhibit({ gallery: 'stories', blocks: [text(words)] })
    return world.approve(sun, await world.submitted(chen, content), at)
  }
  return { ...world, chen, sun, open, shown, scheduled }
}
const tomorrow = new Date(Date.parse(firstDay) + dayMs).toISOString()

describe('a schedule', () => {
  it('publishes at its time, in the name of whoever approved it, and not before', async () => {
    const { scheduled, shown, sweep, time, sun } = setUp()
    const { id, ...entry } = await scheduled(tomorrow)
    expect(entry).toMatchObject({
      state: 'scheduled',
      live: null,
      schedule: { version: 1, by: sun.id, at: tomorrow },
    })
    time.now = Date.parse(tomorrow) - 1
    expect(await sweep()).toMatchObject({ published: 0 })
    expect(await shown()).not.toContain(id)
    time.now = Date.parse(tomorrow)
    expect(await sweep()).toMatchObject({ published: 1 })
    expect(await shown()).toContain(id)
    expect(await sun.entry(id)).toMatchObject({
      state: 'published',
      schedule: null,
      live: { version: 1, at: tomorrow },
    })
  })

  it('fires once, however often and by however many its time is looked at', async () => {
    const { scheduled, sweep, time, hall } = setUp()
    await scheduled(tomorrow)
    const { version } = await hall()
    time.now = Date.parse(tomorrow) + minuteMs
    const swept = await Promise.all([sweep(), sweep(), sweep()])
    expect(swept.reduce((sum, { failed }) => sum + failed, 0)).toBe(0)
    await sweep()
    expect((await hall()).version).toBe(version + 1)
  })

  it('that is past publishes at once', async () => {
    const { scheduled } = setUp()
    expect((await scheduled(firstDay.replace('+08:00', 'Z').replace('T10', 'T01'))).state).toBe('published')
  })

  it('is nothing any more once its entry was sent back', async () => {
    const { chen, scheduled, shown, sweep, time } = setUp()
    const { id } = await scheduled(tomorrow)
    const answer = await chen.post(id, 'return', { version: 1, reason: '日期写错了' })
    expect(parsed(entrySchema, answer)).toMatchObject({ state: 'draft', schedule: null, writers: [chen.id] })
    time.now = Date.parse(tomorrow)
    expect(await sweep()).toMatchObject({ published: 0 })
    expect(await shown()).not.toContain(id)
  })
})

describe('another time', () => {
  const later = new Date(Date.parse(tomorrow) + dayMs).toISOString()
  const asked = { version: 1, from: tomorrow, at: later }

  it('takes the place of the first, of which nothing is left', async () => {
    const { scheduled, shown, sweep, time, sun } = setUp()
    const { id } = await scheduled(tomorrow)
    const changed = parsed(entrySchema, await sun.post(id, 'schedule', asked))
    expect(changed).toMatchObject({ state: 'scheduled', schedule: { version: 1, by: sun.id, at: later } })
    expect(parsed(entrySchema, await sun.post(id, 'schedule', asked))).toEqual(changed)
    time.now = Date.parse(tomorrow)
    expect(await sweep()).toMatchObject({ published: 0 })
    expect(await shown()).not.toContain(id)
    time.now = Date.parse(later)
    expect(await sweep()).toMatchObject({ published: 1 })
    expect(await shown()).toContain(id)
  })

  it('may be now, once', async () => {
    const { scheduled, shown, sweep, time, sun, hall } = setUp()
    const { id } = await scheduled(tomorrow)
    const now = { ...asked, at: null }
    expect(parsed(entrySchema, await sun.post(id, 'schedule', now))).toMatchObject({
      ...{ state: 'published', schedule: null, live: { version: 1 }, writers: [] },
    })
    expect(await shown()).toContain(id)
    const { version } = await hall()
    expect((await sun.post(id, 'schedule', now)).status).toBe(200)
    time.now = Date.parse(tomorrow)
    await sweep()
    expect((await hall()).version).toBe(version)
  })

  it('is not chosen by whoever wrote it, nor over one that was chosen meanwhile', async () => {
    const { scheduled, chen, sun } = setUp()
    const { id } = await scheduled(tomorrow)
    expect(refusal(await chen.post(id, 'schedule', asked))).toBe('403 own-entry')
    await sun.post(id, 'schedule', asked)
    const late = await sun.post(id, 'schedule', { ...asked, at: null })
    expect(refusal(late)).toBe('409 entry-conflict')
    expect(z.parse(problemSchema, late.json()).current).toMatchObject({ schedule: { at: later } })
    await chen.post(id, 'withdrawal', {})
    expect(refusal(await sun.post(id, 'schedule', { ...asked, from: later }))).toBe('409 entry-state')
  })
})

it('a time that the author proposes is shown to whoever approves, and they decide', async () => {
  const { chen, sun, open, drafted, approve } = setUp()
  await open()
  const { id, revision } = await drafted(chen, exhibit({ gallery: 'stories' }))
  const submitted = parsed(entrySchema, await chen.post(id, 'submission', { revision, at: tomorrow }))
  expect(submitted.review).toMatchObject({ version: 1, by: chen.id, proposed: tomorrow })
  expect(refusal(await chen.post(id, 'submission', { revision }))).toBe('409 entry-state')
  expect((await approve(sun, submitted)).state).toBe('published')
})

describe('a withdrawal', () => {
  it('takes off what is public at once, and what would be by a schedule', async () => {
    const { sun, chen, scheduled, published, shown, sweep, time } = setUp()
    const waiting = await scheduled(tomorrow)
    const open = await published(chen, sun, exhibit({ gallery: 'stories' }))
    expect(await shown()).toContain(open.id)
    for (const { id } of [waiting, open])
      expect(parsed(entrySchema, await chen.post(id, 'withdrawal', {}))).toMatchObject({
        ...{ state: 'withdrawn', live: null, schedule: null },
      })
    expect(await shown()).not.toContain(open.id)
    time.now = Date.parse(tomorrow) + dayMs
    await sweep()
    expect(await shown()).not.toContain(waiting.id)
  })

  it('of a gallery closes it, and the hall leaves it out', async () => {
    const { sun, chen, published, api, hall } = setUp()
    const { id } = await published(chen, sun, room({ gallery: 'games', adultsOnly: true }))
    const has = async () => (await hall()).galleries.some(({ gallery }) => gallery === 'games')
    expect(await has()).toBe(true)
    await chen.post(id, 'withdrawal', {})
    expect(await has()).toBe(false)
    expect(refusal(await api.get(`/api/exhibition/${city}/galleries/games`))).toBe('404 unknown-gallery')
  })

  it('leaves alone what is being written, and once more changes nothing', async () => {
    const { sun, chen, published } = setUp()
    const open = await published(chen, sun, exhibit({ gallery: 'stories' }))
    await chen.save(open, exhibit({ gallery: 'stories', title: '新标题' }))
    const once = (await sun.post(open.id, 'withdrawal', {})).json()
    expect(once).toMatchObject({ state: 'draft', live: null, content: { title: '新标题' } })
    expect((await sun.post(open.id, 'withdrawal', {})).json()).toEqual(once)
  })
})

it('an exhibit that moves to another gallery leaves the one where it was', async () => {
  const { sun, chen, open: openStories, published, approve, gallery, shown } = setUp()
  await openStories()
  await published(chen, sun, room({ gallery: 'stations' }))
  const open = await published(chen, sun, exhibit({ gallery: 'stories' }))
  expect(await shown()).toContain(open.id)
  const moved = parsed(entrySchema, await chen.save(open, exhibit({ gallery: 'stations' })))
  const waiting = await chen.post(open.id, 'submission', { revision: moved.revision })
  await approve(sun, parsed(entrySchema, waiting))
  expect(await shown()).not.toContain(open.id)
  expect((await gallery('stations')).exhibits.map(({ id }) => id)).toContain(open.id)
})
