/**
 * Starts the program anew for a test: its stores live as long as it does, so every test gets its own copy of every
 * module of the phone, with a phone in memory and a server that has one small city.
 */
import type { PlaceSummary } from '@contract/places'
import type { ComponentType } from 'react'
import { aPacked, aPlace, aRegion } from '../places/builders'

let cleanup = () => {}
afterEach(() => cleanup())

type Page =
  | `tabs/${'home' | 'map' | 'hall' | 'points' | 'me'}`
  | `places/pages/${'detail' | 'report' | 'aid' | 'search'}`
  | `exhibition/pages/${'gallery' | 'exhibit' | 'fund' | 'bulletins' | 'bulletin' | 'favourites'}`
  | `points/pages/${'gifts' | 'gift' | 'order' | 'orders' | 'entries' | 'code' | 'visit'}`
  | `identity/pages/${'login' | 'approve' | 'data'}`
  | `about/${'privacy' | 'rules' | 'about' | 'contact'}`
  | `counter/${'handover' | 'handovers' | 'code'}`
  | 'desk/home'
  | 'desk/review'
  | 'desk/pages/places/reports'
  | 'desk/pages/identity/roles'
  | `desk/pages/exhibition/${'entries' | 'entry' | 'fund' | 'sheets'}`
  | `desk/pages/points/${'gifts' | 'gift' | 'batches' | 'rules' | 'adjustments' | 'ledger' | 'audit'}`

type Phone = typeof import('../support/taro').phone

/** Round the clock, so that the tests need no clock: near, farther, farthest; a project; another city's none. */
export const places = [
  aPlace({ id: '320800-1', outletNo: '1', name: '水渡口福彩站', hours: '24/7', lat: 33.601 }),
  aPlace({
    id: '320800-2',
    outletNo: '2',
    name: '健康西路福彩站',
    hours: '24/7',
    lat: 33.605,
    roles: ['love-aid'],
  }),
  aPlace({ id: '320800-3', outletNo: '3', name: '大治路福彩站', hours: '24/7', lat: 33.61 }),
  aPlace({ id: '320800-4', outletNo: '4', name: '远处的福彩站', hours: '24/7', lat: 33.69 }),
  aPlace({ id: '320800-5', outletNo: '5', name: '关着的福彩站', hours: 'off', lat: 33.6005 }),
  aPlace({
    id: '320800-project-1',
    kind: 'project',
    outletNo: null,
    name: '清江浦社区助餐点',
    hours: null,
    project: { category: 'elderly', year: 2025, amount: 980_000, purpose: '助餐' },
  }),
]

function answer(url: string, places: PlaceSummary[]) {
  const body = url.endsWith('/places') ? aPacked(places) : { regions: [aRegion()] }
  return { statusCode: 200, header: { ETag: '"1.2026-03-02-id"' }, data: JSON.stringify(body) }
}

/** @param prepare what is on the phone before the program starts; by default the person has said that they are of age */
export function start(
  prepare: (phone: Phone) => void = (phone) => phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}'),
  inCity: PlaceSummary[] = places,
) {
  jest.resetModules()
  const { phone }: { phone: Phone } = require('../support/taro')
  phone.server = ({ url }) => answer(url, inCity)
  phone.storage.set('fuyi.city', '{"v":1,"value":"320800"}')
  prepare(phone)
  const { createElement }: typeof import('react') = require('react')
  // Without its own clean-up: that would be a hook inside a test.
  const rtl: typeof import('@testing-library/react/pure') = require('@testing-library/react/pure')
  // What comes on a quiet machine within a second takes many on a busy one.
  rtl.configure({ asyncUtilTimeout: 60_000 })
  cleanup = rtl.cleanup
  return {
    phone,
    ...rtl,
    open(page: Page) {
      const Page: ComponentType = require(`@/${page}`).default
      return rtl.render(createElement(Page))
    },
  }
}
