/**
 * Turns the drawings into the icon style sheet: each icon is a mask over the current text colour, so that one
 * drawing serves every theme, and WeChat, which knows no inline svg, shows it too. Run `npm run icons` after a
 * change in drawings.ts; a test compares the file with the drawings.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { drawings, plan, scenes } from './drawings'

const components = path.resolve(__dirname, '../src/shared/components')
export const sheetPath = path.join(components, 'icon/icons.scss')
export const sceneSheetPath = path.join(components, 'state/scenes.scss')
export const planSheetPath = path.resolve(__dirname, '../src/tabs/hall/plan.scss')

const headline = '/* Made by icons/draw.ts from icons/drawings.ts. */\n'

/** A whole `<svg>` of one drawing; `stroke` is any CSS colour. */
export function svgOf(drawing: string, stroke = '#000'): string {
  const pen = `fill='none' stroke='${stroke}' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'`
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' ${pen}>${drawing}</svg>`
}

/** As a data URI inside double quotes: only what a style sheet cannot bear is escaped, to stay small. */
function dataUri(svg: string): string {
  return `data:image/svg+xml,${svg.replace(/%/g, '%25').replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E')}`
}

/** Stretched to the box that it lies in where `stretched`, so that what is placed over it meets it. */
function sceneSvg(drawing: string, grid = '160 110', stretched = false): string {
  const svg = svgOf(drawing).replace('0 0 24 24', `0 0 ${grid}`).replace("'1.75'", "'2'")
  return stretched ? svg.replace('<svg ', "<svg preserveAspectRatio='none' ") : svg
}

export function planSheetOf(layers: Record<string, string>): string {
  const rules = Object.entries(layers).map(
    ([name, drawing]) =>
      `.plan-${name} {\n  -webkit-mask-image: url("${dataUri(sceneSvg(drawing, '360 392', true))}");\n}`,
  )
  return `${headline}${rules.join('\n')}\n`
}

export function sceneSheetOf(all: Record<string, { line: string; glow: string }>): string {
  const rules = Object.entries(all).flatMap(([name, layers]) =>
    [layers.line, layers.glow].map(
      (drawing, n) =>
        `.scene-${n === 0 ? 'line' : 'glow'}-${name} {\n  -webkit-mask-image: url("${dataUri(sceneSvg(drawing))}");\n}`,
    ),
  )
  return `${headline}${rules.join('\n')}\n`
}

export function sheetOf(all: Record<string, string>): string {
  const rules = Object.entries(all).map(
    ([name, drawing]) => `.icon-${name} {\n  -webkit-mask-image: url("${dataUri(svgOf(drawing))}");\n}`,
  )
  return `${headline}${rules.join('\n')}\n`
}

if (require.main === module) {
  writeFileSync(sheetPath, sheetOf(drawings))
  writeFileSync(sceneSheetPath, sceneSheetOf(scenes))
  writeFileSync(planSheetPath, planSheetOf(plan))
  console.log(`${Object.keys(drawings).length} icons, ${Object.keys(scenes).length} scenes drawn`)
}
