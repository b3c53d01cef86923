/** What a screen measures: what axe finds, how large letters and targets are, whether anything is cut off. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import * as inPage from './in-page'

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> }
  }
}
type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }

type Rules = { type: 'tag' | 'rule'; values: string[] }

const everyRule: Rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
/** Those of A and AA that are about colours. */
export const colourRules: Rules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** What breaks WCAG 2.2 A or AA, or the rules that are named, a line for each element. */
export async function violations(page: Page, rules = everyRule): Promise<string[]> {
  // Not as a script element: the content policy would refuse it, as it should.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(document, {
      runOnly,
      resultTypes: ['violations'],
      // Sizes are held to more than its 24 px by smallTargets; it takes what is scrolled half away for too small.
      rules: { 'target-size': { enabled: false } },
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    )
  }, rules)
}

/** px, and line height by size. */
export type Figures = { body: number; largest: number; leading: number; target: number }

/** Letters, lines and targets that are smaller than these figures. */
export async function wrongSizes(page: Page, { body, largest, leading, target }: Figures): Promise<string[]> {
  const letters = await run<inPage.Letter[]>(page, 'letters()')
  const describe = (what: string, { size, leading, text }: inPage.Letter) =>
    `${what}: “${text}” has ${size} px, lines of ${leading.toFixed(2)}`
  return [
    ...letters.filter(({ size }) => size < body).map((letter) => describe('small', letter)),
    ...letters.filter((letter) => letter.leading < leading).map((letter) => describe('tight', letter)),
    ...(letters.some(({ size }) => size >= largest) ? [] : [`nothing has ${largest} px`]),
    ...(await run<string[]>(page, `smallTargets(${target})`)).map((text) => `small target: ${text}`),
  ]
}

/** What is wider than its place: the page itself, or words within it. */
export const overflowing = (page: Page) =>
  run<string[]>(page, '[...wideScrollers(), ...cutWords(), ...cutHints()]')

/** Evaluates in the page, where the functions of in-page.ts are at hand. */
function run<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate<T>(`(() => { ${Object.values(inPage).join('\n')}; return ${expression} })()`)
}
