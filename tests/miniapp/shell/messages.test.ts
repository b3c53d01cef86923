/** Every failure can be said, in the house's voice. */
import { placesCodes } from '@contract/places'
import { commonCodes } from '@contract/shared'
import { messageOf } from '@/shared/messages'
import { clientCodes } from '@/shared/request'

test.each([...commonCodes, ...placesCodes, ...clientCodes])('%s has a sentence', (code) => {
  const { title, text } = messageOf({ code })
  expect(title).toMatch(/^[\u4e00-\u9fff，]+$/)
  expect(text).toMatch(/。$/)
  expect(title + text).not.toMatch(/[！!亲您]/)
})

test('a fault of ours gives the number that support asks for', () => {
  expect(messageOf({ code: 'internal', requestId: 'r-42' }).text).toContain('编号 r-42')
})

test('what pressing again cannot mend does not offer it', () => {
  expect(messageOf({ code: 'rate-limited' }).again).toBe(false)
  expect(messageOf({ code: 'offline' }).again).toBe(true)
})
