/** Every failure can be said, in the house's voice. */
import { identityCodes } from '@contract/identity'
import { placesCodes } from '@contract/places'
import { pointsCodes } from '@contract/points'
import { commonCodes } from '@contract/shared'
import { clientCodes } from '@/shared/failure'
import { messageOf } from '@/shared/messages'

const codes = [...commonCodes, ...placesCodes, ...identityCodes, ...pointsCodes, ...clientCodes]

test.each(codes)('%s has a sentence', (code) => {
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
