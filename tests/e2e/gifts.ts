/**
 * `npm run gifts`: the drawings in infra/demo/gifts as the photographs that staff would take: each SVG becomes a WebP of
 * 800 × 600, small enough for a weak network. Run it after changing a drawing; a test finds one that was forgotten.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { launchBrowser } from '../support/browser'

const folder = resolve(__dirname, '../../infra/demo/gifts')
const size = { width: 800, height: 600 }

const main = async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  const digests: Record<string, string> = {}
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
    const svg = readFileSync(join(folder, file), 'utf8')
    const data = await page.evaluate(drawn, { svg, ...size })
    const webp = Buffer.from(data.replace(/^data:image\/webp;base64,/, ''), 'base64')
    const name = file.replace(/\.svg$/, '')
    writeFileSync(join(folder, `${name}.webp`), webp)
    digests[name] = createHash('sha256').update(svg).digest('hex')
    console.log(`${name.padEnd(14)}${(webp.length / 1024).toFixed(1).padStart(6)} KB`)
  }
  writeFileSync(join(folder, 'drawn.json'), `${JSON.stringify(digests, null, 2)}\n`)
  await browser.close()
}

/** Runs in the browser. */
const drawn = async ({ svg, width, height }: { svg: string; width: number; height: number }) => {
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  return canvas.toDataURL('image/webp', 0.85)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
