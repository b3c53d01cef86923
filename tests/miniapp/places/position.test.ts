/**
 * @jest-environment ./tests/support/screen-environment.cjs
 */
import gcoord from 'gcoord'
import * as web from '@/shared/city/where/position'
import { freshPhone, phone } from '../support/taro'
import { aBrowser } from './browser'

// Of a file that is there twice, tests take the browser's: WeChat's is asked for by its whole name.
const weapp: typeof import('@/shared/city/where/position') = require('../../../miniapp/src/shared/city/where/position.ts')

const spot = { longitude: 119.027613, latitude: 33.603947 }

describe('the browser’s position', () => {
  it('is turned from WGS-84 into the datum of the map, some 500 m away', async () => {
    aBrowser({ spot })
    const found = await web.locate()
    const [lng, lat] = gcoord.transform([spot.longitude, spot.latitude], gcoord.WGS84, gcoord.GCJ02)
    expect(found).toEqual({ ok: true, value: { lng, lat } })
    expect(Math.abs(lng - spot.longitude) * 92_700).toBeGreaterThan(300)
  })

  it('tells a refusal from a failure', async () => {
    aBrowser({ spot: null })
    expect(await web.locate()).toEqual({ ok: false, error: 'refused' })
  })

  it('is not to be had where the browser has no such service', async () => {
    aBrowser()
    Reflect.deleteProperty(navigator, 'geolocation')
    expect(await web.locate()).toEqual({ ok: false, error: 'unavailable' })
  })

  it('opens no question only where the person has agreed', async () => {
    aBrowser({ granted: true })
    expect(await web.mayLocate()).toBe(true)
    aBrowser({ granted: false })
    expect(await web.mayLocate()).toBe(false)
  })
})

describe('WeChat’s position', () => {
  beforeEach(freshPhone)

  it('is taken as it comes, in GCJ-02', async () => {
    phone.position = spot
    expect(await weapp.locate()).toEqual({ ok: true, value: { lng: spot.longitude, lat: spot.latitude } })
  })

  it.each([
    ['getFuzzyLocation:fail auth deny', 'refused'],
    ['getFuzzyLocation:fail privacy permission is not authorized', 'refused'],
    ['getFuzzyLocation:fail system error', 'unavailable'],
  ])('that fails with “%s” is %s', async (errMsg, error) => {
    phone.locationError = errMsg
    expect(await weapp.locate()).toEqual({ ok: false, error })
  })

  it('opens no question only where the person has agreed', async () => {
    expect(await weapp.mayLocate()).toBe(false)
    phone.agreed = true
    expect(await weapp.mayLocate()).toBe(true)
  })
})
