/** Which doors a person finds. */
import type { Me, Role } from '@contract/identity'
import { missingConsents, namesOf } from '@/shared/consents'
import { mayAsStaff, outletsOf, worksAt } from '@/shared/roles'

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
  expect(worksAt(null, '320800-1')).toBe(false)
  expect(mayAsStaff(aMe(), 'gifts')).toBe(false)
})

test('an owner who also sells elsewhere has every outlet once', () => {
  expect(outletsOf(aMe({ roles: [owner, salesperson] }))).toEqual(['320800-1', '320800-2', '320800-3'])
})

test('a power holds within its city', () => {
  const me = aMe({ roles: [staff] })
  expect(mayAsStaff(me, 'gifts')).toBe(true)
  expect(mayAsStaff(me, 'gifts', '320800')).toBe(true)
  expect(mayAsStaff(me, 'gifts', '371600')).toBe(false)
  expect(mayAsStaff(me, 'admin', '320800')).toBe(false)
})

describe('the texts that are still to be agreed to', () => {
  const at = '2026-11-22T00:00:00Z'

  test('are all of them for somebody new', () => {
    expect(namesOf(missingConsents(aMe()))).toBe('《隐私说明》和《积分规则》')
  })

  test('are those whose version in force was not seen', () => {
    const consents = [
      { text: 'privacy' as const, version: '2025-01', at },
      { text: 'points' as const, version: '2026-11', at },
    ]
    expect(missingConsents(aMe({ consents }))).toEqual(['privacy'])
  })
})
