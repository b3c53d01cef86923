/**
 * Turns the pins of the map into the pictures that WeChat's native map wants. Needs a Chromium, named by CHROMIUM or
 * at /usr/bin/chromium; run `npm run pins` after a change in pin-art.ts. `pins.json` remembers what was drawn, so
 * that a test can tell when the pictures are out of date.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { lightPalette, pinSvg } from '../src/places/map/pin-art'
import { pinShapes, pinStates } from '../src/places/pins'

export const pinFolder = path.resolve(__dirname, '../src/places/map/pins')
export const pinListPath = path.join(__dirname, 'pins.json')

/** Pixels a px: sharp enough for a phone, and half the package's bytes that three would be. */
const density = 2
const size = 34

/** File name → drawing. */
export function pinDrawings(): Record<string, string> {
  const pins = pinShapes.flatMap((shape) =>
    pinStates.map((state) => [`${shape}-${state}`, pinSvg(shape, state, size, lightPalette)]),
  )
  return Object.fromEntries([...pins, ['cluster', clusterSvg], ['here', hereSvg]])
}

const circle = (radius: number, style: string) => `<circle cx='17' cy='17' r='${radius}' ${style}/>`
const svg = (inside: string) =>
  `<svg xmlns='http://www.w3.org/2000/svg' width='${size}' height='${size}' viewBox='0 0 34 34'>${inside}</svg>`
const clusterSvg = svg(circle(15.5, "fill='#fff' stroke='#645a50' stroke-width='2'"))
const hereSvg = svg(
  circle(16, "fill='#1f5fbf'") + circle(13.5, "fill='#fff'") + circle(8.5, "fill='#1f5fbf'"),
)

/** What `pins.json` holds: each file's drawing by its hash. */
export function pinHashes(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pinDrawings()).map(([name, drawing]) => [
      name,
      createHash('sha256').update(drawing).digest('hex').slice(0, 16),
    ]),
  )
}

async function draw(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({
    viewport: { width: size, height: size },
    deviceScaleFactor: density,
  })
  mkdirSync(pinFolder, { recursive: true })
  for (const [name, drawing] of Object.entries(pinDrawings())) {
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`)
    await page.screenshot({ path: path.join(pinFolder, `${name}.png`), omitBackground: true })
  }
  await browser.close()
  writeFileSync(pinListPath, `${JSON.stringify(pinHashes(), null, 2)}\n`)
}

if (require.main === module) void draw()
