/** Every failure can be said, in the house's voice. */
import { commonCodes } from '@contract/shared'
import { clientCodes } from '@/shared/failure'
import { isServerCode, messageOf } from '@/shared/messages'
import { domains } from '../../../functions/domains'

const declared = domains.flatMap(({ problems }) => Object.keys(problems))
const codes = [...commonCodes, ...declared.filter(isServerCode), ...clientCodes]

test('every code that a domain declares is one the program has words for', () => {
  expect(declared.filter((code) => !isServerCode(code))).toEqual([])
  expect(declared.length).toBeGreaterThan(50)
})

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
