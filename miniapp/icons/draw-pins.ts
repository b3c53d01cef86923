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
import { indexedPng } from './indexed-png'

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
  return Object.fromEntries([...pins, ['cluster', clusterSvg], ['spot', spotSvg], ['here', hereSvg]])
}

const circle = (radius: number, style: string) => `<circle cx='17' cy='17' r='${radius}' ${style}/>`
const svg = (inside: string) =>
  `<svg xmlns='http://www.w3.org/2000/svg' width='${size}' height='${size}' viewBox='0 0 34 34'>${inside}</svg>`
const clusterSvg = svg(circle(15.5, "fill='#fff' stroke='#645a50' stroke-width='2'"))
/** A pile: several places on one spot. */
const sheet = (x: number, y: number) =>
  `<rect x='${x}' y='${y}' width='25' height='25' rx='7' fill='#fff' stroke='#645a50' stroke-width='2'/>`
const spotSvg = svg(sheet(7.5, 1.5) + sheet(2.5, 6.5))
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
  const page = await browser.newPage()
  mkdirSync(pinFolder, { recursive: true })
  const side = size * density
  for (const [name, drawing] of Object.entries(pinDrawings())) {
    const pixels = await page.evaluate(pixelsOf, { drawing, side })
    writeFileSync(path.join(pinFolder, `${name}.png`), indexedPng(Uint8ClampedArray.from(pixels), side, side))
  }
  await browser.close()
  writeFileSync(pinListPath, `${JSON.stringify(pinHashes(), null, 2)}\n`)
}

/** Runs in the browser. */
async function pixelsOf({ drawing, side }: { drawing: string; side: number }): Promise<number[]> {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser has no canvas')
  context.drawImage(image, 0, 0, side, side)
  return Array.from(context.getImageData(0, 0, side, side).data)
}

if (require.main === module) void draw()
