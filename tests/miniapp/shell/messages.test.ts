/** Every failure can be said, in the house's voice. */
import { commonCodes } from '@contract/shared'
import { receivePush } from '@functions/media/endpoints/push'
import { registrations } from '@/desk/registrations'
import { clientCodes } from '@/shared/api/failure'
import { addMessages, isServerCode, messageOf } from '@/shared/messages'
import { domains } from '../../../functions/domains'

/** What pages call. WeChat's servers, which call the rest, read no words. */
const operations = domains
  .flatMap((domain) => Object.values(domain.operations))
  .filter(({ path }) => path !== receivePush.path)
const met = (ofStaff: boolean): string[] =>
  operations.flatMap(({ access, codes }) => (access.startsWith('staff') === ofStaff ? codes : []))
const withoutDesk = [...met(true), ...met(false)].filter(isServerCode)
for (const { messages = {} } of registrations) addMessages(messages)

const declared = domains.flatMap(({ problems }) => Object.keys(problems))
const codes = [...commonCodes, ...declared.filter(isServerCode), ...clientCodes]

test('every code that a domain declares is one the program has words for', () => {
  expect(declared.filter((code) => !isServerCode(code))).toEqual([])
  expect(declared.length).toBeGreaterThan(50)
})

test('what anybody but staff may be refused with has its words on every page', () => {
  expect(met(false).filter((code) => !withoutDesk.some((one) => one === code))).toEqual([])
})

test('what only staff are refused with is not among what every page loads', () => {
  const domainsOwn = met(true).filter((code) => declared.includes(code) && !met(false).includes(code))
  expect(withoutDesk.filter((code) => domainsOwn.includes(code))).toEqual([])
  expect(domainsOwn.length).toBeGreaterThan(30)
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
  expect(messageOf({ code: 'rate-limited' }).canRetry).toBe(false)
  expect(messageOf({ code: 'offline' }).canRetry).toBe(true)
})
