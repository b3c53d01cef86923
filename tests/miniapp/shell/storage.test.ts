/** What stays on the phone survives updates, garbage and a full disk. */
import * as z from '@common/zod'
import { createSettings } from '@/shared/storage/settings'
import { createPhoneStore, phoneStore, storedValue } from '@/shared/storage/storage'
import Taro, { freshPhone, phone } from '../support/taro'

beforeEach(() => void freshPhone())

/** A program that starts anew on this phone. */
const aStore = () =>
  createPhoneStore({
    get: (key) => String(Taro.getStorageSync(key)) || null,
    set: (key, text) => Taro.setStorageSync(key, text),
    remove: (key) => Taro.removeStorageSync(key),
    keys: () => Taro.getStorageInfoSync().keys,
  })

const favourite = () => storedValue(phoneStore, 'favourites', 1, z.array(z.string()))

test('what was written is read again, under our own prefix', () => {
  favourite().write(['320800-32080290'])
  expect(favourite().read()).toEqual(['320800-32080290'])
  expect([...phone.storage.keys()]).toEqual(['fuyi.favourites'])
})

test('nothing kept is null', () => {
  expect(favourite().read()).toBeNull()
})

test.each(['', 'not json', '[]', '{"v":1,"value":"a word"}', '{"value":["a"]}'])(
  'garbage is forgotten, not shown: %s',
  (text) => {
    phone.storage.set('fuyi.favourites', text)
    expect(favourite().read()).toBeNull()
  },
)

test('what an older version kept in another shape is forgotten', () => {
  favourite().write(['a'])
  expect(storedValue(phoneStore, 'favourites', 2, z.array(z.string())).read()).toBeNull()
})

test('a full phone says so and keeps what it had', () => {
  favourite().write(['a'])
  const full = { ...phoneStore, set: () => false }
  expect(storedValue(full, 'favourites', 1, z.array(z.string())).write(['b'])).toBe(false)
  expect(favourite().read()).toEqual(['a'])
})

test('only our own names are listed', () => {
  phone.storage.set('someone-else', 'x')
  favourite().write([])
  expect(phoneStore.names()).toEqual(['favourites'])
})

describe('a phone that refuses to keep anything', () => {
  const denied = () => {
    phone.storageRoom = 'denied'
    return aStore()
  }

  test('is served from memory until the program is closed', () => {
    const store = denied()
    const list = storedValue(store, 'favourites', 1, z.array(z.string()))
    expect(list.read()).toBeNull()
    list.write(['320800-1'])
    expect(list.read()).toEqual(['320800-1'])
    expect(store.names()).toEqual(['favourites'])
    list.clear()
    expect(list.read()).toBeNull()
    expect(store.names()).toEqual([])
    expect(aStore().get('favourites')).toBeNull()
  })

  test('says that nothing is kept, from the first attempt', () => {
    const store = denied()
    expect(store.shortage.get()).toBeNull()
    store.remove('pickups')
    expect(store.shortage.get()).toEqual({ cause: 'denied' })
  })

  test('what it would not let go of is gone for this visit', () => {
    favourite().write(['a'])
    const store = denied()
    store.remove('favourites')
    phone.storageRoom = Number.POSITIVE_INFINITY
    expect(store.get('favourites')).toBeNull()
    expect(store.names()).toEqual([])
  })

  test('one that takes not even the first word keeps nothing, however it calls that', () => {
    phone.storageRoom = 0
    const store = aStore()
    store.set('age', 'adult')
    expect(store.shortage.get()).toEqual({ cause: 'denied' })
  })
})

describe('a phone that is full', () => {
  const full = (...texts: [string, string][]) => {
    for (const [name, text] of texts) phone.storage.set(`fuyi.${name}`, text)
    phone.storageRoom = texts.reduce((sum, [, text]) => sum + text.length, 0)
    return aStore()
  }
  const long = 'x'.repeat(100)

  test('drops a catalogue before a session', () => {
    const store = full(['catalogue.320800', '{}'], ['catalogue.320800.0.0', long], ['favourites', 'f'])
    expect(store.set('session', 'token')).toBe(true)
    expect([...phone.storage.keys()].sort()).toEqual(['fuyi.favourites', 'fuyi.session'])
    expect(store.shortage.get()).toBeNull()
  })

  test('drops the catalogue that nobody has looked at first, and no more than is needed', () => {
    const store = full(
      ['catalogue.320800', '{}'],
      ['catalogue.320800.0.0', `${long}${long}`],
      ['catalogue.371600', '{}'],
      ['catalogue.371600.1.0', long],
    )
    store.get('catalogue.320800')
    expect(store.set('session', 'token')).toBe(true)
    expect(store.names().sort()).toEqual(['catalogue.320800', 'catalogue.320800.0.0', 'session'])
  })

  test('never drops what nobody else has, and says by name what could not be kept', () => {
    const store = full(['favourites', long], ['elder', 'e'])
    expect(store.set('session', 'token')).toBe(false)
    expect(store.set('searches', 'words')).toBe(false)
    expect(store.get('session')).toBe('token')
    expect(store.get('favourites')).toBe(long)
    expect(store.shortage.get()).toEqual({ cause: 'full', lost: ['登录', '搜索记录'] })
    expect(aStore().get('session')).toBeNull()
  })

  test('a catalogue makes room for nothing of its kind and is not held in memory', () => {
    const store = full(['catalogue.320800', long])
    expect(store.set('catalogue.371600.0.0', long)).toBe(false)
    expect(store.get('catalogue.371600.0.0')).toBeNull()
    expect(store.get('catalogue.320800')).toBe(long)
    expect(store.shortage.get()).toBeNull()
  })

  test('says nothing any more when what was lost could be kept after all, or is given up', () => {
    const store = full(['favourites', long])
    store.set('session', 'token')
    phone.storageRoom = 1000
    store.set('session', 'token')
    expect(store.shortage.get()).toBeNull()
    expect(phone.storage.get('fuyi.session')).toBe('token')
  })
})

describe('settings', () => {
  test('elder mode and the answer about age are remembered', () => {
    const first = createSettings(phoneStore)
    first.elder.set(true)
    first.age.set('minor')
    const later = createSettings(phoneStore)
    expect([later.elder.get(), later.age.get()]).toEqual([true, 'minor'])
  })

  test('a new phone is in normal type and has not been asked', () => {
    const settings = createSettings(phoneStore)
    expect([settings.elder.get(), settings.age.get()]).toEqual([false, null])
  })

  test('forgetting asks again, on the screens that are open too', () => {
    const settings = createSettings(phoneStore)
    settings.age.set('adult')
    const heard = jest.fn()
    settings.age.subscribe(heard)
    settings.forget()
    expect(settings.age.get()).toBeNull()
    expect(heard).toHaveBeenCalledTimes(1)
    expect(phone.storage.size).toBe(0)
  })
})
