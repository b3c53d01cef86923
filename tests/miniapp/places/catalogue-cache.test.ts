import { createCatalogueCache, pieceLength } from '@/shared/city/catalogue/cache'
import { createPhoneStore } from '@/shared/storage/storage'
import { aStorage } from './builders'

const long = '福'.repeat(pieceLength + 10)

it('cuts a long catalogue into pieces that WeChat can hold, and puts it together again', () => {
  const storage = aStorage()
  const keep = createCatalogueCache(storage)
  expect(keep.write('320800', { text: long, etag: '"7"', checkedAt: 5 })).toBe(true)
  expect(keep.read('320800')).toEqual({ text: long, etag: '"7"', checkedAt: 5 })
  for (const text of storage.values.values())
    expect(new TextEncoder().encode(text).length).toBeLessThan(1_000_000)
})

it('leaves nothing of an older catalogue behind', () => {
  const storage = aStorage()
  const keep = createCatalogueCache(storage)
  keep.write('320800', { text: long, etag: '"7"', checkedAt: 5 })
  keep.write('320800', { text: 'short', etag: '"8"', checkedAt: 6 })
  expect(keep.read('320800')?.text).toBe('short')
  expect(storage.values.size).toBe(2)
})

it('keeps the old catalogue whole where a new one finds no room', () => {
  const storage = aStorage(pieceLength)
  const keep = createCatalogueCache(storage)
  keep.write('320800', { text: 'old', etag: '"7"', checkedAt: 5 })
  expect(keep.write('320800', { text: long, etag: '"8"', checkedAt: 6 })).toBe(false)
  expect(keep.read('320800')).toEqual({ text: 'old', etag: '"7"', checkedAt: 5 })
  expect(storage.values.size).toBe(2)
})

it('takes the new catalogue in the place of the old one where there is no room for both', () => {
  const storage = aStorage(280)
  const keep = createCatalogueCache(storage)
  keep.write('320800', { text: 'x'.repeat(100), etag: '"7"', checkedAt: 5 })
  expect(keep.write('320800', { text: 'y'.repeat(120), etag: '"8"', checkedAt: 6 })).toBe(true)
  expect(keep.read('320800')).toEqual({ text: 'y'.repeat(120), etag: '"8"', checkedAt: 6 })
  expect(storage.values.size).toBe(2)
})

it('knows nothing of a catalogue that lost a piece or its head', () => {
  const storage = aStorage()
  const keep = createCatalogueCache(storage)
  keep.write('320800', { text: long, etag: '"7"', checkedAt: 5 })
  const piece = storage.names().find((name) => name.endsWith('.1'))
  storage.remove(piece ?? '')
  expect(keep.read('320800')).toBeNull()
  storage.set('catalogue.371600', 'not json')
  expect(keep.read('371600')).toBeNull()
})

it('moves only the date when the server says that nothing changed', () => {
  const keep = createCatalogueCache(aStorage())
  keep.write('320800', { text: 'same', etag: '"7"', checkedAt: 5 })
  keep.touch('320800', 9)
  expect(keep.read('320800')).toEqual({ text: 'same', etag: '"7"', checkedAt: 9 })
})

it('drops the oldest catalogue of another city where there is no room, and no newer one', () => {
  const storage = aStorage(600)
  const keep = createCatalogueCache(storage)
  const text = 'x'.repeat(100)
  keep.write('371600', { text, etag: '"1"', checkedAt: 1 })
  keep.write('321300', { text, etag: '"1"', checkedAt: 2 })
  storage.set('favourites', 'y'.repeat(150))
  expect(keep.write('320800', { text, etag: '"1"', checkedAt: 3 })).toBe(true)
  expect(keep.read('320800')?.text).toBe(text)
  expect(keep.read('371600')).toBeNull()
  expect(keep.read('321300')?.text).toBe(text)
  expect(storage.get('favourites')).toHaveLength(150)
  expect(storage.names().filter((name) => name.startsWith('catalogue.371600'))).toEqual([])
})

it('looking for the oldest marks no city as read: a login that needs room still drops the one that nobody looks at', () => {
  const values = new Map<string, string>()
  const used = () => [...values.values()].reduce((sum, text) => sum + text.length, 0)
  const storage = createPhoneStore({
    get: (key) => values.get(key) ?? null,
    set(key, text) {
      if (used() - (values.get(key)?.length ?? 0) + text.length > 850) throw new Error('full')
      values.set(key, text)
    },
    remove: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  })
  // Of an earlier visit, for nobody has read them in this one.
  const before = aStorage()
  const written = createCatalogueCache(before)
  written.write('371600', { text: 'x'.repeat(100), etag: '"1"', checkedAt: 1 })
  written.write('321300', { text: 'x'.repeat(100), etag: '"1"', checkedAt: 2 })
  written.write('320800', { text: 'y'.repeat(250), etag: '"1"', checkedAt: 3 })
  for (const [name, text] of before.values) values.set(`fuyi.${name}`, text)

  const keep = createCatalogueCache(storage)
  expect(keep.read('320800')?.text).toHaveLength(250)
  expect(keep.write('340100', { text: 'z'.repeat(100), etag: '"1"', checkedAt: 4 })).toBe(true)
  expect(keep.read('371600')).toBeNull()
  expect(storage.set('session', 's'.repeat(250))).toBe(true)
  const cities = storage.names().flatMap((name) => /^catalogue\.(\d{6})$/.exec(name)?.[1] ?? [])
  expect(cities.sort()).toEqual(['320800', '340100'])
})

it('says no where nothing of other cities is left to go, and keeps what it had', () => {
  const storage = aStorage(400)
  const keep = createCatalogueCache(storage)
  keep.write('371600', { text: 'small', etag: '"1"', checkedAt: 1 })
  keep.write('320800', { text: 'old', etag: '"1"', checkedAt: 2 })
  expect(keep.write('320800', { text: 'x'.repeat(500), etag: '"2"', checkedAt: 3 })).toBe(false)
  expect(keep.read('320800')?.text).toBe('old')
})
