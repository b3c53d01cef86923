/** What a screen measures: what axe finds, how large letters and targets are, whether anything is cut off. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe: {
      run(
        context: Document,
        options: object,
      ): Promise<{
        violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[]
      }>
    }
  }
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What breaks WCAG 2.2 A or AA, a line for each element. */
export async function violations(page: Page): Promise<string[]> {
  // Not as a script element: the content policy would refuse it, as it should.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
      // Sizes are held to more than its 24 px by smallTargets; it takes what is scrolled half away for too small.
      rules: { 'target-size': { enabled: false } },
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    )
  }, rules)
}

/** px of the computed style, each with a word that is set so. `leading` is line height by size. */
export type Type = { smallest: Letter; largest: Letter; tightest: Letter & { leading: number } }
type Letter = { size: number; text: string }

/** Of every word on the page in front, whether scrolled into view or not. */
export function letters(page: Page): Promise<Type> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: { size: number; leading: number; text: string }[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim()
      const parent = node.parentElement
      if (!text || !parent?.checkVisibility({ visibilityProperty: true })) continue
      const box = parent.getBoundingClientRect()
      // What only a screen reader reads has no size.
      if (box.width <= 1 || box.height <= 1) continue
      const style = getComputedStyle(parent)
      const size = Number.parseFloat(style.fontSize)
      found.push({ size, leading: Number.parseFloat(style.lineHeight) / size, text: text.slice(0, 30) })
    }
    const least = (by: 'size' | 'leading', sign: 1 | -1) =>
      found.reduce((best, one) => (sign * one[by] < sign * best[by] ? one : best))
    return { smallest: least('size', 1), largest: least('size', -1), tightest: least('leading', 1) }
  })
}

/** Whatever can be pressed and is lower or narrower than `least` px. The map's pins have their rows in the list. */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((px) => {
    const pressable =
      'button, a[href], input, textarea, select, [role=button], [tabindex]:not([tabindex="-1"])'
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true })) return []
      const { width, height } = element.getBoundingClientRect()
      if (Math.min(width, height) >= px - 0.5) return []
      const name = element.getAttribute('aria-label') ?? element.textContent
      return [`${name.slice(0, 20)}: ${Math.round(width)}×${Math.round(height)}`]
    })
  }, least)
}

/** What is wider than its place: the page itself, or words that are cut at a side without three dots to say so. */
export async function overflowing(page: Page): Promise<string[]> {
  return [...(await wideScrollers(page)), ...(await cutWords(page))]
}

function wideScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll<HTMLElement>('.taro_page, [role=main], [role=dialog]'),
    ]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `${element.role ?? element.className}: ${element.scrollWidth} px in ${element.clientWidth}`,
      ),
  )
}

/** A line that is wholly out of sight was left out on purpose; one of which a part is seen was cut. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Box = { left: number; right: number; top: number; bottom: number }
    /** What is left of a box of words within everything that clips it; null where it may be scrolled into view. */
    const seenOf = (box: Box, from: Element): Box | null => {
      let { left, right, top, bottom } = box
      for (let element: Element | null = from; element; element = element.parentElement) {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
        if (overflowX === 'visible' && overflowY === 'visible') continue
        const isScrolled = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
        if (textOverflow === 'ellipsis') return null
        if (isScrolled(overflowX) && element.scrollWidth > element.clientWidth) return null
        const clip = element.getBoundingClientRect()
        left = Math.max(left, clip.left)
        right = Math.min(right, clip.right)
        if (isScrolled(overflowY)) continue
        top = Math.max(top, clip.top)
        bottom = Math.min(bottom, clip.bottom)
      }
      return { left, right, top, bottom }
    }
    const cut: string[] = []
    const range = document.createRange()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!node.textContent?.trim() || !parent?.checkVisibility({ visibilityProperty: true })) continue
      // The map is a window onto something larger.
      if (parent.closest('.leaflet-container')) continue
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        const seen = seenOf(box, parent)
        if (!seen || seen.bottom - seen.top < 2 || seen.right - seen.left < 2) continue
        const lost = Math.round(box.width - (seen.right - seen.left))
        if (lost > 1) cut.push(`${node.textContent.slice(0, 20)}: ${lost} px are cut off`)
      }
    }
    return cut
  })
}
