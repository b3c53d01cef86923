/** One family of icons, drawn once. */
import { readFileSync } from 'node:fs'
import { amenities } from '@contract/places'
import {
  planSheetOf,
  planSheetPath,
  sceneSheetOf,
  sceneSheetPath,
  sheetOf,
  sheetPath,
} from '../../../miniapp/icons/draw'
import { drawings, plan, scenes } from '../../../miniapp/icons/drawings'

test('the style sheets are what the drawings give (npm run icons)', () => {
  expect(readFileSync(sheetPath, 'utf8')).toBe(sheetOf(drawings))
  expect(readFileSync(sceneSheetPath, 'utf8')).toBe(sceneSheetOf(scenes))
  expect(readFileSync(planSheetPath, 'utf8')).toBe(planSheetOf(plan))
})

test.each(amenities)('%s has an icon of its own name', (amenity) => {
  expect(Object.keys(drawings)).toContain(amenity)
})

test('no drawing leaves the grid', () => {
  const astray = Object.entries(drawings).flatMap(([name, drawing]) =>
    [...drawing.matchAll(/[ML](-?[\d.]+)[ ,](-?[\d.]+)/g)]
      .filter(([, x, y]) => [x, y].some((at) => Number(at) < 1 || Number(at) > 23))
      .map(([move]) => `${name}: ${move}`),
  )
  expect(astray).toEqual([])
})
