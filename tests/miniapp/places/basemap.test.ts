/**
 * @jest-environment ./tests/support/screen-environment.cjs
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import L from 'leaflet'
import { isInside } from '@/places/basemap/inside'
import { outlineOf } from '@/places/basemap/outline'
import { loadSketch } from '@/places/map/basemap-layer'
import { projectionOf } from '@/places/map/datum'
import { createLeafletMap } from '@/places/map/leaflet-map'
import { namePane } from '@/places/map/leaflet-names'
import { aBrowser } from './browser'
import { aPlace, aRegion } from './builders'

const folder = path.resolve(__dirname, '../../../miniapp/src/places/basemap')
const adcodes = readdirSync(folder).flatMap((name) => /^(\d{6})\.json$/.exec(name)?.[1] ?? [])

it.each(adcodes)('the sketch of %s is found, drawn, and says that it is one', async (adcode) => {
  const sketch = await loadSketch(aRegion({ adcode }), [])
  expect(sketch.notice).toContain('示意')
  expect(sketch.layer.getLayers().length).toBeGreaterThan(10)
})

it('shows districts from afar and towns from near', async () => {
  const sketch = await loadSketch(aRegion(), [])
  const names = () => sketch.layer.getLayers().length
  sketch.zoomed(8)
  const far = names()
  sketch.zoomed(13)
  expect(names()).toBeGreaterThan(far)
  sketch.zoomed(8)
  expect(names()).toBe(far)
})

it('draws names above the ground that they name, wherever on the screen that is', async () => {
  aBrowser()
  const element = document.createElement('div')
  Object.defineProperties(element, { clientWidth: { value: 400 }, clientHeight: { value: 400 } })
  document.body.append(element)
  const nothing = () => {}
  const events = {
    onPick: nothing,
    onPickSpot: nothing,
    onCentre: nothing,
    onMoved: nothing,
    onShown: nothing,
  }
  const map = createLeafletMap(element, events, projectionOf('gcj02'))
  map.go({ centre: aRegion().centre, zoom: 10 })
  const sketch = await loadSketch(aRegion(), [])
  map.under(sketch)
  const layerOf = (selector: string) =>
    Number(element.querySelector<HTMLElement>(selector)?.closest<HTMLElement>('.leaflet-pane')?.style.zIndex)
  // leaflet's own: 200 for the ground, 400 and more for what lies on it.
  expect(element.querySelector('.leaflet-tile-pane svg')).toBeTruthy()
  expect(layerOf('.map-name-district')).toBeGreaterThan(200)
  expect(layerOf('.map-name-district')).toBeLessThan(400)
})

it('knows of each district which ground its name may stand on', async () => {
  aBrowser()
  const region = aRegion()
  const sketch = await loadSketch(region, [])
  const element = document.createElement('div')
  Object.defineProperties(element, { clientWidth: { value: 400 }, clientHeight: { value: 400 } })
  const map = L.map(element, { center: [33.4, 119], zoom: 9 })
  map.createPane(namePane)
  sketch.layer.addTo(map)
  sketch.zoomed(9)
  const names = [...element.querySelectorAll('.map-name-district span')]
  expect(names.map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['清江浦区', '洪泽区', '盱眙县']),
  )
  const xuyi = { lng: 118.54, lat: 33.01 }
  expect(
    names.filter((name) => sketch.isInDistrict(name, xuyi)).map(({ textContent }) => textContent),
  ).toEqual(['盱眙县'])
  expect(names.filter((name) => sketch.isInDistrict(name, { lng: 110, lat: 33 }))).toEqual([])
})

describe('a city that was added by import alone', () => {
  const town = (district: string, lng: number, lat: number) =>
    Array.from({ length: 100 }, (_, n) =>
      aPlace({
        id: `${district}-${n}`,
        district,
        lng: lng + (n % 10) * 0.02,
        lat: lat + Math.floor(n / 10) * 0.02,
      }),
    )
  const places = [...town('清江浦', 118.0, 33.9), ...town('洪泽', 118.2, 33.9)]
  const outline = outlineOf(aRegion(), places)

  it('gets its districts from its places: each lies on the ground of its own', () => {
    for (const { district, lng, lat } of places) {
      const under = outline.districts.filter(({ pieces }) =>
        pieces.some((piece) => isInside([lng, lat], piece)),
      )
      expect(under.map(({ name }) => name)).toContain(district)
    }
  })

  it('ends some way beyond its last places, and does not fill the window', () => {
    const corners = outline.districts.flatMap(({ pieces }) => pieces.flat())
    const west = Math.min(...corners.map(([lng]) => lng))
    const east = Math.max(...corners.map(([lng]) => lng))
    expect(west).toBeLessThan(118.0)
    expect(west).toBeGreaterThan(117.8)
    expect(east).toBeGreaterThan(118.38)
    expect(east).toBeLessThan(118.6)
    expect(outline.borders.length).toBeGreaterThan(10)
  })

  it('draws it with the names of its districts, and says that it is no border', async () => {
    const sketch = await loadSketch(aRegion({ adcode: '321300' }), places)
    expect(sketch.notice).toContain('不作行政区域界线依据')
    sketch.zoomed(9)
    expect(sketch.layer.getLayers().length).toBe(2 + 1 + 2)
  })

  it('has nothing to draw where there is no place', () => {
    expect(outlineOf(aRegion(), [])).toEqual({ districts: [], borders: [] })
  })
})
