import { existsSync } from 'node:fs'
import path from 'node:path'
import { movedTo } from '@/shared/navigation/moved-pages'

it.each([
  ['/outlet/handover/index', '/counter/handover/index'],
  ['outlet/handovers/index', '/counter/handovers/index'],
  ['outlet/counter/index', '/counter/code/index'],
  ['places/detail/index', '/places/pages/detail/index'],
  ['points/gift/index', '/points/pages/gift/index'],
  ['identity/login/index', '/identity/pages/login/index'],
  ['staff/home/index', '/desk/home/index'],
  ['staff/gifts/index', '/desk/pages/points/gifts/index'],
  ['staff/roles/index', '/desk/pages/identity/roles/index'],
  ['staff/reports/index', '/desk/pages/places/reports/index'],
  ['points/desk/ledger/index', '/desk/pages/points/ledger/index'],
  ['places/desk/reports/index', '/desk/pages/places/reports/index'],
  ['identity/desk/roles/index', '/desk/pages/identity/roles/index'],
])('opens %s where it is today', (before, today) => {
  expect(movedTo(before)).toBe(today)
  expect(existsSync(path.join('miniapp/src', `${today}.tsx`))).toBe(true)
})

it('hands on what the link asked for', () => {
  expect(movedTo('outlet/handovers/index', { day: '2026-11-18' })).toBe(
    '/counter/handovers/index?day=2026-11-18',
  )
})

it('knows nothing of a page that never was', () => expect(movedTo('nowhere/index')).toBeNull())
