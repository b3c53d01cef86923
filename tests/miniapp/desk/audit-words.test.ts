import { auditActionName, otherName } from '@/desk/words'
import { domains } from '../../../functions/domains'

it.each(domains.flatMap(({ name, auditActions }) => auditActions.map((action) => [name, action] as const)))(
  'the desk has words for what staff do in %s: %s',
  (_, action) => {
    expect(auditActionName(action)).not.toBe(otherName)
  },
)

it('says of what it does not know that it is something else', () => {
  expect(auditActionName('from-a-later-server')).toBe(otherName)
})
