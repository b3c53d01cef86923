/** What stays on the phone survives updates, garbage and a full disk. */
import * as z from '@common/zod'
import { createSettings } from '@/shared/settings'
import { kept, phoneStore } from '@/shared/storage'
import { freshPhone, phone } from '../support/taro'

beforeEach(() => void freshPhone())

const favourite = () => kept(phoneStore, 'favourites', 1, z.array(z.string()))

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
  expect(kept(phoneStore, 'favourites', 2, z.array(z.string())).read()).toBeNull()
})

test('a full phone says so and keeps what it had', () => {
  favourite().write(['a'])
  const full = { ...phoneStore, set: () => false }
  expect(kept(full, 'favourites', 1, z.array(z.string())).write(['b'])).toBe(false)
  expect(favourite().read()).toEqual(['a'])
})

test('only our own names are listed', () => {
  phone.storage.set('someone-else', 'x')
  favourite().write([])
  expect(phoneStore.names()).toEqual(['favourites'])
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
