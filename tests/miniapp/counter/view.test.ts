import { pointsCodes } from '@contract/points'
import { checkRefusal, confirmRefusal, orderParts, readPickup } from '@/counter/handover/view'
import { chosenOutlet, numberName } from '@/counter/place'
import { at } from '../places/builders'

const options = {
  now: at('2026-03-04 12:00'),
  placeName: (id: string) => (id.endsWith('2') ? '大治路福彩站' : '?'),
}

it('reads the code of an order, and says what any other code is', () => {
  expect(readPickup(' fuyi:pickup:01234567\n')).toEqual({ kind: 'digits', digits: '01234567' })
  expect(readPickup('fuyi:visit:320800-1:12345678')).toMatchObject({
    kind: 'other',
    text: expect.stringContaining('打卡码'),
  })
  expect(readPickup('fuyi:login:abc')).toMatchObject({ text: expect.stringContaining('电脑登录') })
  expect(readPickup('https://example.com')).toMatchObject({ text: expect.stringContaining('不是福驿') })
  expect(readPickup('fuyi:pickup:1234567')).toMatchObject({ kind: 'other' })
})

it('says when it was handed over, and where it belongs', () => {
  const picked = checkRefusal({ code: 'order-picked-up', about: { at: '2026-03-04T02:05:00.000Z' } }, options)
  expect(picked.title).toBe('今天 10:05 已经交过了')
  expect(picked.tone).toBe('stop')
  const elsewhere = checkRefusal({ code: 'not-picked-up-here', about: { place: '320800-2' } }, options)
  expect(elsewhere.text).toContain('“大治路福彩站”')
})

it('says that nothing happened where there was no network', () => {
  expect(checkRefusal({ code: 'offline' }, options).text).toContain('什么都没有发生')
  expect(checkRefusal({ code: 'timeout' }, options).text).toContain('什么都没有发生')
  expect(confirmRefusal({ code: 'offline' }, false, options).text).toContain('什么都没有发生')
})

it('never says that nothing happened once a confirmation was sent and not answered', () => {
  for (const code of ['offline', 'timeout', 'bad-answer', 'unavailable', 'internal'] as const) {
    const { title, text } = confirmRefusal({ code }, true, options)
    expect(title).toContain('不知道')
    expect(text).toContain('只会记一次')
    expect(text).not.toContain('没有发生')
  }
  expect(confirmRefusal({ code: 'pickup-ticket-old' }, true, options).text).toContain('不知道')
  expect(confirmRefusal({ code: 'pickup-ticket-old' }, false, options).text).toContain('没有记上')
})

it.each(pointsCodes.filter((code) => /pickup|picked|order-|own-outlet|tries/.test(code)))(
  'tells the counter what to do with the gift on %s',
  (code) => {
    const { title, text } = checkRefusal({ code }, options)
    expect(title).not.toBe('')
    expect(text).toMatch(/礼品|顾客|没有/)
  },
)

it('keeps the counter one chose, knows the only one, and asks among several', () => {
  expect(chosenOutlet(['a'], null)).toBe('a')
  expect(chosenOutlet(['a', 'b'], 'b')).toBe('b')
  expect(chosenOutlet(['a', 'b'], null)).toBeNull()
  expect(chosenOutlet(['a', 'b'], 'gone')).toBeNull()
  expect(chosenOutlet([], 'a')).toBeNull()
})

it('names an outlet by the number on its plaque where its name is not known', () => {
  expect(numberName('320800-32080290')).toBe('网点 32080290')
})

it('sets apart the last four of an order number', () => {
  expect(orderParts('260304-7K2M9QXA4T')).toEqual({ head: '260304-7K2M9Q', tail: 'XA4T' })
})
