import { err, ok, type Result } from '@common/result'
import type { Region } from '@contract/places'
import { createCatalogueCache } from '@/shared/city/catalogue/cache'
import { type CatalogueAnswer, createCityStore } from '@/shared/city/catalogue/store'
import { aPacked, aPlace, aRegion, aStorage } from './builders'

const huaian = aRegion()
const binzhou = aRegion({ adcode: '371600', name: '滨州', districts: [] })

/** A phone on which somebody chose 淮安 and nothing of it is there yet. */
function inHuaian() {
  const storage = aStorage()
  storage.set('city', '{"v":1,"value":"320800"}')
  return storage
}

/** A phone with a network one can cut; `asked` is what went out, with the ETag. */
function aPhone(storage = inHuaian()) {
  const asked: string[] = []
  const world = { network: true, time: 1_000_000, etag: '"1"' }
  return Object.assign(world, {
    storage,
    asked,
    store: createCityStore({
      async fetchRegions(): Promise<Result<Region[], unknown>> {
        asked.push('regions')
        return world.network ? ok([huaian, binzhou]) : err('offline')
      },
      async fetchCatalogue(adcode, etag): Promise<Result<CatalogueAnswer, unknown>> {
        asked.push(`${adcode} ${etag}`)
        if (!world.network) return err('offline')
        if (etag === world.etag) return ok({ status: 'same' })
        const region = adcode === huaian.adcode ? huaian : binzhou
        const packed = aPacked([aPlace()], { region })
        return ok({ status: 'new', packed, document: { ...packed, later: 'more' }, etag: world.etag })
      },
      cache: createCatalogueCache(storage),
      storage,
      now: () => world.time,
    }),
  })
}

it('gives nobody a city they did not choose, and downloads none', async () => {
  const phone = aPhone(aStorage())
  expect(phone.store.get().status).toBe('loading')
  await phone.store.refresh()
  expect(phone.store.get()).toEqual({ status: 'unchosen', regions: [huaian, binzhou] })
  expect(phone.asked).toEqual(['regions'])
  phone.store.choose('371600')
  await phone.store.refresh()
  expect(phone.store.get()).toMatchObject({ status: 'ready', region: { name: '滨州' } })
  expect(phone.asked).toEqual(['regions', '371600 null'])
})

it('knows at the next start the city found by position', async () => {
  const before = aPhone(aStorage())
  await before.store.refresh()
  before.store.suggest('371600')
  await before.store.refresh()
  expect(aPhone(before.storage).store.get()).toMatchObject({ status: 'ready', region: { name: '滨州' } })
})

it('asks again, at the next start, whoever chose none, with the cities it knows', async () => {
  const before = aPhone(aStorage())
  await before.store.refresh()
  const phone = aPhone(before.storage)
  phone.network = false
  expect(phone.store.get()).toMatchObject({ status: 'unchosen' })
  await phone.store.refresh()
  expect(phone.store.get()).toMatchObject({ status: 'unchosen', regions: [huaian, binzhou] })
})

it('shows what is kept before it asks, and asks by ETag', async () => {
  const before = aPhone()
  await before.store.refresh()
  const phone = aPhone(before.storage)
  expect(phone.store.get()).toMatchObject({ status: 'ready', checkedAt: 1_000_000 })
  expect(phone.asked).toEqual([])
  phone.time = 2_000_000
  await phone.store.refresh()
  expect(phone.asked).toEqual(['320800 "1"'])
  expect(phone.store.get()).toMatchObject({ status: 'ready', checkedAt: 2_000_000, offline: false })
})

it('keeps the document whole, so that a later build reads in it what this one does not know', async () => {
  const phone = aPhone()
  await phone.store.refresh()
  expect(createCatalogueCache(phone.storage).read('320800')?.text).toContain('"later":"more"')
})

it('asks for the whole document where an earlier build kept only what it knew', async () => {
  const before = aPhone()
  await before.store.refresh()
  const { whole: _, ...head } = JSON.parse(before.storage.get('catalogue.320800') ?? '')
  before.storage.set('catalogue.320800', JSON.stringify(head))
  const phone = aPhone(before.storage)
  expect(phone.store.get().status).toBe('ready')
  await phone.store.refresh()
  expect(phone.asked).toEqual(['320800 null'])
})

it('keeps working without a network and says how old the data are', async () => {
  const before = aPhone()
  await before.store.refresh()
  const phone = aPhone(before.storage)
  phone.network = false
  phone.time = 9_000_000
  await phone.store.refresh()
  expect(phone.store.get()).toMatchObject({ status: 'ready', checkedAt: 1_000_000, offline: true })
  phone.network = true
  await phone.store.refresh()
  expect(phone.store.get()).toMatchObject({ checkedAt: 9_000_000, offline: false })
})

it('says that it failed where nothing is kept, and recovers when asked again', async () => {
  const phone = aPhone()
  phone.network = false
  await phone.store.refresh()
  expect(phone.store.get().status).toBe('failed')
  phone.network = true
  const repeated = phone.store.refresh()
  expect(phone.store.get().status).toBe('loading')
  await repeated
  expect(phone.store.get().status).toBe('ready')
})

it('remembers the city that was chosen', async () => {
  const phone = aPhone()
  await phone.store.refresh()
  phone.store.choose('371600')
  await phone.store.refresh()
  expect(phone.store.get()).toMatchObject({ region: { name: '滨州' } })
  expect(aPhone(phone.storage).store.get()).toMatchObject({ status: 'ready', region: { name: '滨州' } })
})

it('follows a suggestion only where nobody has chosen', async () => {
  const phone = aPhone(aStorage())
  await phone.store.refresh()
  phone.store.suggest('371600')
  await phone.store.refresh()
  expect(phone.store.get()).toMatchObject({ region: { name: '滨州' } })
  phone.store.choose('320800')
  phone.store.suggest('371600')
  await phone.store.refresh()
  expect(phone.store.get()).toMatchObject({ region: { name: '淮安' } })
})

it('drops an answer about a city that was left meanwhile', async () => {
  const phone = aPhone()
  const first = phone.store.refresh()
  await Promise.resolve()
  phone.store.choose('371600')
  await first
  await phone.store.refresh()
  expect(phone.store.get()).toMatchObject({ region: { name: '滨州' } })
})

it('does not ask again for a minute, however many screens open', async () => {
  const phone = aPhone()
  await phone.store.refresh()
  phone.store.start()
  phone.store.start()
  expect(phone.asked).toHaveLength(2)
  phone.time += 61_000
  phone.store.start()
  phone.store.start()
  expect(phone.asked).toEqual(['regions', '320800 null', '320800 "1"'])
})

it('asks at every start of the program, however fresh the last visit was', async () => {
  const before = aPhone()
  await before.store.refresh()
  const phone = aPhone(before.storage)
  phone.network = false
  phone.store.start()
  await phone.store.refresh()
  expect(phone.asked).toEqual(['320800 "1"'])
  expect(phone.store.get()).toMatchObject({ status: 'ready', offline: true })
})

it('tells its watchers', async () => {
  const phone = aPhone()
  const seen: string[] = []
  const stop = phone.store.subscribe(() => seen.push(phone.store.get().status))
  await phone.store.refresh()
  expect(seen.at(-1)).toBe('ready')
  stop()
  phone.store.choose('371600')
  expect(seen.at(-1)).toBe('ready')
})
