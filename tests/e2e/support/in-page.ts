/** What looks.ts asks a page about itself. These functions run in the page, so each may use those of this file alone. */

export type Letter = { size: number; leading: number; text: string }
export type Box = { left: number; right: number; top: number; bottom: number }

/** Every piece of text on the page in front, whether scrolled into view or not, with the element that draws it. */
export function shownTexts(): { node: Node; parent: HTMLElement; text: string }[] {
  const found: { node: Node; parent: HTMLElement; text: string }[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim()
    const parent = node.parentElement
    if (text && parent?.checkVisibility({ visibilityProperty: true })) found.push({ node, parent, text })
  }
  return found
}

/** What only a screen reader reads has no size, and is left out. */
export function letters(): Letter[] {
  return shownTexts().flatMap(({ parent, text }) => {
    const { width, height } = parent.getBoundingClientRect()
    if (width <= 1 || height <= 1) return []
    const { fontSize, lineHeight } = getComputedStyle(parent)
    const size = Number.parseFloat(fontSize)
    return [{ size, leading: Number.parseFloat(lineHeight) / size, text: text.slice(0, 30) }]
  })
}

/** Whatever can be pressed and is lower or narrower than `least` px. The map's pins have their rows in the list. */
export function smallTargets(least: number): string[] {
  const pressable = 'button, a[href], input, textarea, select, [role=button], [tabindex]:not([tabindex="-1"])'
  return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect()
    const isShown = element.checkVisibility({ visibilityProperty: true })
    if (!isShown || Math.min(width, height) >= least - 0.5) return []
    const name = element.getAttribute('aria-label') ?? element.textContent
    return [`${name.slice(0, 20)}: ${Math.round(width)}×${Math.round(height)}`]
  })
}

/** Pages and sheets that can be pushed sideways. */
export function wideScrollers(): string[] {
  const scrollers = document.querySelectorAll<HTMLElement>('.taro_page, [role=main], [role=dialog]')
  return [document.documentElement, ...scrollers]
    .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
    .map(
      (element) =>
        `${element.role ?? element.className}: ${element.scrollWidth} px in ${element.clientWidth}`,
    )
}

/**
 * Words that are cut at a side without three dots to say so. A line that is wholly out of sight was left out on
 * purpose; one of which a part is seen was cut.
 */
export function cutWords(): string[] {
  const range = document.createRange()
  return shownTexts().flatMap(({ node, parent, text }) => {
    // The map is a window onto something larger.
    if (parent.closest('.leaflet-container')) return []
    range.selectNodeContents(node)
    return [...range.getClientRects()].flatMap((box) => {
      const seen = seenOf(box, parent)
      if (!seen || seen.bottom - seen.top < 2 || seen.right - seen.left < 2) return []
      const lost = Math.round(box.width - (seen.right - seen.left))
      return lost > blankAtEnd(text, parent) ? [`${text.slice(0, 20)}: ${lost} px are cut off`] : []
    })
  })
}

/** What an empty field hints at, where it is longer than the field and no dots say so. */
export function cutHints(): string[] {
  const pen = document.createElement('canvas').getContext('2d')
  return [...document.querySelectorAll<HTMLInputElement>('input[placeholder]')].flatMap((field) => {
    if (!pen || field.value || !field.checkVisibility({ visibilityProperty: true })) return []
    const { font, paddingLeft, paddingRight, textOverflow } = getComputedStyle(field)
    pen.font = font
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    const lost = Math.round(pen.measureText(field.placeholder).width - room)
    return lost > 0 && textOverflow !== 'ellipsis' ? [`${field.placeholder}: ${lost} px are cut off`] : []
  })
}

/** px: a closing bracket at the end of a line is drawn on its left half alone. */
export function blankAtEnd(text: string, element: Element): number {
  return /[）”』。，、]$/.test(text) ? Number.parseFloat(getComputedStyle(element).fontSize) / 2 : 1
}

/** What may clip an element next; nothing in the page clips a sheet, which is fixed to the window. */
export function clipperOf(element: Element): Element | null {
  return getComputedStyle(element).position === 'fixed' ? null : element.parentElement
}

/** What is left of a box of words within everything that clips it; null where dots or scrolling make up for it. */
export function seenOf(box: Box, from: Element): Box | null {
  let { left, right, top, bottom } = box
  let isScrolledDown = false
  for (let element: Element | null = from; element; element = clipperOf(element)) {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
    if (overflowX === 'visible' && overflowY === 'visible') continue
    if (textOverflow === 'ellipsis') return null
    if (/auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth) return null
    const clip = element.getBoundingClientRect()
    left = Math.max(left, clip.left)
    right = Math.min(right, clip.right)
    isScrolledDown ||= /auto|scroll/.test(overflowY)
    if (isScrolledDown) continue
    top = Math.max(top, clip.top)
    bottom = Math.min(bottom, clip.bottom)
  }
  return { left, right, top, bottom }
}
