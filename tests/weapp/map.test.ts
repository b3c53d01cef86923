/** WeChat's own parts in the built package: markers of the native map, and the container that catches the way back. */
import type { PlaceSummary, Region } from '../../functions/places/contract'
import { regionsResponseSchema } from '../../functions/places/contract'
import { packCatalogue, packedCatalogueSchema, unpackCatalogue } from '../../functions/places/rules/catalogue'
import * as z from '../../functions/shared/zod'
import { withDomain } from '../support/engine/domain-engine'
import { demoBackend } from './backend'
import { apiOrigin, builtPackage } from './built'
import { type Phone, turnOn } from './harness/phone'
import type { Backend } from './harness/wx/network'
import { person } from './harness/wx/person'
import { inHuaian } from './in-huaian'

const city = '320800'
/** A Wednesday, ten in the morning in Shanghai. */
const opening = Date.UTC(2026, 10, 25, 2)
const started = Date.now()
const clock = () => opening + Date.now() - started
const adult = ['fuyi.age', JSON.stringify(JSON.stringify({ v: 1, value: 'adult' }))] as const

const database = withDomain('places')
const weapp = builtPackage()
let demo: Backend | undefined
beforeEach(async () => {
  demo ??= await demoBackend(database, clock, city)
})

const contact = {
  name: '淮安市福利彩票发行中心',
  phones: ['0517-83900000'],
  address: '淮海东路 1 号',
  hours: 'Mo-Fr 09:00-17:00',
}
/** The floors of a mall, of which each is a place of its own. */
const floors = ['商场 1 楼', '商场 2 楼', '商场 10 楼']

/** The demonstration's city with a mall in its middle and a centre that says where it is. */
const withMall: Backend = async (request) => {
  if (!demo) throw new Error('the city is not loaded')
  const answer = await demo(request)
  const { pathname } = new URL(request.url)
  if (answer.status !== 200 || !['/api/regions', `/api/regions/${city}/places`].includes(pathname))
    return answer
  const document: unknown = JSON.parse(Buffer.from(answer.body).toString('utf8'))
  const changed = pathname.endsWith('/places')
    ? mallIn(unpackCatalogue(packedCatalogueSchema.parse(document)))
    : { regions: regionsResponseSchema.parse(document).regions.map(reachable) }
  return { ...answer, body: Buffer.from(JSON.stringify(changed)) }
}

const reachable = (region: Region): Region => ({
  ...region,
  contact: { ...contact, position: { lng: region.centre.lng + 0.002, lat: region.centre.lat } },
})

function mallIn(catalogue: ReturnType<typeof unpackCatalogue>) {
  const [first] = catalogue.places
  if (!first) throw new Error('the demonstration has no place')
  const mall = floors.map(
    (name, n): PlaceSummary => ({
      ...first,
      id: `${city}-3208999${n}`,
      outletNo: `3208999${n}`,
      name,
      ...catalogue.region.centre,
    }),
  )
  return packCatalogue({
    ...catalogue,
    region: reachable(catalogue.region),
    places: [...catalogue.places, ...mall],
  })
}

/** Straight to the map, as somebody who was here before. */
async function onMap(steps: (phone: Phone) => Promise<void>): Promise<void> {
  const phone = await turnOn({
    weapp,
    domains: [apiOrigin],
    backend: withMall,
    clock,
    person: person({}),
    stored: inHuaian([adult]),
  })
  try {
    await phone.sees('去那里')
    await phone.tap('地图')
    await phone.arrives('tabs/map/index')
    await phone.sees(/\d+ 处从淮安市中心算起/)
    await steps(phone)
    await phone.quiet()
    expect(phone.verdict.violations).toEqual([])
    expect(phone.logs.filter((line) => line.startsWith('error'))).toEqual([])
  } finally {
    await phone.turnOff()
  }
}

const map = { name: '', tag: 'map' }
const markersSchema = z.object({
  markers: z.array(z.object({ id: z.number(), ariaLabel: z.optional(z.string()) })),
})

/** What the markers of the native map say, by their ids. */
async function markersOf(phone: Phone) {
  const attributes: unknown = JSON.parse(await (await phone.window()).ask('attributes', '#places'))
  return markersSchema.safeParse(attributes).data?.markers ?? []
}

/** Touches the marker of the native map that says this, once it is there. */
async function touch(phone: Phone, says: string | RegExp): Promise<void> {
  const markerId = await phone.until(`no marker ${says}`, async () => {
    const found = (await markersOf(phone)).find(({ ariaLabel }) => ariaLabel?.match(says))
    return found?.id ?? null
  })
  await phone.fire(map, 'markertap', { markerId })
}

/** The key, the swipe or the bar: WeChat gives it to the container first. */
async function wayBack(phone: Phone): Promise<void> {
  await phone.fire({ name: '', tag: 'page-container' }, 'afterleave', {})
}

it('opens from a pile of the native map the list of the places on it, floor by floor, and picks one there', () =>
  onMap(async (phone) => {
    // The first of the mall in the list; its card brings the map so near that the pile stands alone.
    await phone.tap(floors[0] ?? '')
    await phone.sees('同一位置还有 2 处')
    await touch(phone, '这里有 3 处')
    const text = await phone.sees('这里有 3 处')
    const list = text.slice(text.indexOf('这里有 3 处'))
    const order = floors.map((name) => list.indexOf(name))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order.every((at) => at > 0)).toBe(true)
    await phone.tap({ name: '商场 10 楼' })
    await phone.sees('回到列表')
  }))

it('leads from the sign of the city’s centre to how one reaches it', () =>
  onMap(async (phone) => {
    await touch(phone, '市福彩中心')
    await phone.arrives('about/contact/index')
    await phone.sees(contact.name)
  }))

it('closes by WeChat’s way back what is on top, the sheet before the card, and stays on the page', () =>
  onMap(async (phone) => {
    await phone.tap(floors[0] ?? '')
    await phone.tap('同一位置还有 2 处')
    await phone.sees('这里有 3 处')
    await wayBack(phone)
    await phone.seesNoMore('这里有 3 处')
    await phone.sees('同一位置还有 2 处')
    await wayBack(phone)
    await phone.seesNoMore('同一位置还有 2 处')
    await phone.sees(/\d+ 处从淮安市中心算起/)
    expect(phone.route()).toBe('tabs/map/index')
  }))

it('opens a cluster of the native map into what it holds', () =>
  onMap(async (phone) => {
    const before = await phone.until('no cluster', async () => {
      const labels = (await markersOf(phone)).map(({ ariaLabel }) => ariaLabel)
      return labels.find((label) => /^\d+ 处$/.test(label ?? '')) ?? null
    })
    await touch(phone, new RegExp(`^${before}$`))
    await phone.until('the cluster stays as it is', async () => {
      const labels = (await markersOf(phone)).map(({ ariaLabel }) => ariaLabel)
      return labels.length > 0 && !labels.includes(before) ? labels : null
    })
  }))

it('puts a slip about one’s age right on 我的: then the map has no selling outlet, and has them again', () =>
  onMap(async (phone) => {
    for (const [answer, isShown] of [
      ['我未满 18 周岁', false],
      ['我已满 18 周岁', true],
    ] as const) {
      await phone.tap('我的')
      await phone.arrives('tabs/me/index')
      await phone.tap('年龄的回答')
      await phone.sees('改年龄的回答')
      await phone.tap(answer)
      await phone.seesNoMore('改年龄的回答')
      await phone.tap('地图')
      await phone.arrives('tabs/map/index')
      if (isShown) await phone.sees(floors[0] ?? '')
      else await phone.seesNoMore(floors[0] ?? '')
    }
  }))
