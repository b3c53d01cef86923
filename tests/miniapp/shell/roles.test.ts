/** Which doors a person finds. */
import type { Me, Role } from '@contract/identity'
import { missingConsents, namesOf } from '@/shared/session/consents'
import { outletsOf, staffOf } from '@/shared/session/roles'

const aMe = (overrides: Partial<Me> = {}): Me => ({
  id: '0123456789abcdefghjk',
  no: '8K3M92QT',
  since: '2026-11-01T00:00:00Z',
  roles: [],
  consents: [],
  age: null,
  ...overrides,
})
const owner: Role = { kind: 'owner', region: '320800', outlets: ['320800-1', '320800-2'] }
const salesperson: Role = { kind: 'salesperson', region: '320800', outlets: ['320800-2', '320800-3'] }
const staff: Role = { kind: 'staff', region: '320800', powers: ['gifts', 'review'] }

test('a citizen works nowhere', () => {
  expect(outletsOf(aMe())).toEqual([])
  expect(outletsOf(null)).toEqual([])
  expect(staffOf(aMe({ roles: [owner] }))).toEqual([])
})

test('an owner who also sells elsewhere has every outlet once', () => {
  expect(outletsOf(aMe({ roles: [owner, salesperson] }))).toEqual(['320800-1', '320800-2', '320800-3'])
})

test('staff have their powers in their city', () => {
  expect(staffOf(aMe({ roles: [owner, staff] }))).toEqual([{ region: '320800', powers: ['gifts', 'review'] }])
})

describe('the texts that are still to be agreed to', () => {
  const at = '2026-11-22T00:00:00Z'

  test('are all of them for somebody new', () => {
    expect(namesOf(missingConsents(aMe()))).toBe('《隐私说明》和《积分规则》')
  })

  test('are those whose version in force was not seen', () => {
    const consents = [
      { text: 'privacy' as const, version: '2026-11', at },
      { text: 'points' as const, version: '2026-11', at },
    ]
    expect(missingConsents(aMe({ consents }))).toEqual(['privacy'])
  })
})
