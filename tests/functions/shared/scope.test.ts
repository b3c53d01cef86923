import fc from 'fast-check'
import { requirePower, type ScopedRole, type Session } from '../../../functions/shared/access/access'
import { liesIn, type Target } from '../../../functions/shared/access/scope'

const region = '320800'
const district = '320803'
const outlet = '320800-32080290'
const team = '320800-team-1'

const sessionOf = (roles: Session['roles'], scopedRoles: readonly ScopedRole[]): Session => ({
  person: 'p',
  id: 's',
  roles,
  scopedRoles,
  minor: false,
  letInAt: null,
  generation: 0,
})
const ofCity = sessionOf([{ kind: 'staff', region, powers: ['gifts'] }], [])
const within = (scope: ScopedRole['scope'], powers: ScopedRole['powers'] = ['gifts']) =>
  sessionOf([], [{ region, scope, powers }])
const may = (session: Session, target: Target, power: 'gifts' | 'audit' = 'gifts') =>
  requirePower(session, power, target).ok

describe('a role covers', () => {
  it('all of its city, where it is of the city', () => {
    for (const target of [{}, { district }, { outlet }, { team }, { district, outlet, team }])
      expect(may(ofCity, { region, ...target })).toBe(true)
    expect(may(ofCity, { region: '371600', outlet: '371600-1' })).toBe(false)
  })

  it('a district, with what is said to lie in it', () => {
    const session = within({ kind: 'district', id: district })
    expect(may(session, { region, district })).toBe(true)
    expect(may(session, { region, district, outlet })).toBe(true)
    expect(may(session, { region, district: '320804', outlet })).toBe(false)
  })

  it('an outlet or a team, and no other', () => {
    expect(may(within({ kind: 'outlet', id: outlet }), { region, outlet })).toBe(true)
    expect(may(within({ kind: 'outlet', id: outlet }), { region, outlet: '320800-1' })).toBe(false)
    expect(may(within({ kind: 'team', id: team }), { region, team })).toBe(true)
    expect(may(within({ kind: 'team', id: outlet }), { region, outlet })).toBe(false)
  })

  it('nothing by another power', () => expect(may(ofCity, { region }, 'audit')).toBe(false))

  it('never what is wider than itself', () => {
    const id = fc.constantFrom(district, outlet, team)
    const scope = fc.record({ kind: fc.constantFrom('district', 'outlet', 'team'), id })
    const place = fc.record(
      { district: fc.constant(district), outlet: fc.constant(outlet), team: fc.constant(team) },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(scope, place, (scope, place) => {
        // Of a narrower role's scope the target has to say that it lies in there.
        if (may(within(scope), { region, ...place })) expect(place[scope.kind]).toBe(scope.id)
      }),
    )
  })
})

it.each([
  ['320803', '320800', true],
  ['320800', '320800', false],
  ['320903', '320800', false],
  // Municipalities have their districts two levels below, and 重庆 counties of another prefix.
  ['110101', '110000', true],
  ['500101', '500000', true],
  ['500229', '500000', true],
  ['110000', '110000', false],
  ['120101', '110000', false],
  // A city right below its province has no districts.
  ['429004', '429004', false],
])('district %s lies in the city %s: %s', (id, city, isThere) => {
  expect(liesIn({ kind: 'district', id }, city)).toBe(isThere)
})
