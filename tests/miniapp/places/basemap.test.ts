/**
 * @jest-environment jsdom
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { loadSketch } from '@/places/map/basemap-layer'

const folder = path.resolve(__dirname, '../../../miniapp/src/places/basemap')
const adcodes = readdirSync(folder).flatMap((name) => /^(\d{6})\.json$/.exec(name)?.[1] ?? [])

it.each(adcodes)('the sketch of %s is found, drawn, and says that it is one', async (adcode) => {
  const sketch = await loadSketch(adcode)
  expect(sketch?.notice).toContain('示意')
  expect(sketch?.layer.getLayers().length).toBeGreaterThan(10)
})

it('shows districts from afar and towns from near', async () => {
  const sketch = await loadSketch('320800')
  if (!sketch) throw new Error('no sketch')
  const names = () => sketch.layer.getLayers().length
  sketch.zoomed(8)
  const far = names()
  sketch.zoomed(13)
  expect(names()).toBeGreaterThan(far)
  sketch.zoomed(8)
  expect(names()).toBe(far)
})

it('has none of a city that was added by import alone', async () => {
  expect(await loadSketch('110100')).toBeNull()
})
