/**
 * How high a place's row is, computed instead of measured: a list of thousands must know where each row lies before
 * it has drawn it, and WeChat measures only later. The figures are those of design/tokens.scss and
 * place-row.module.scss.
 */

export type RowType = {
  /** px: sizes of name, line and tag, and their line heights. */
  name: number
  line: number
  tag: number
}

const lineHeight = { normal: 1.5, elder: 1.45, tight: 1.3 }
const sizes: Record<'normal' | 'elder', RowType> = {
  normal: { name: 16, line: 14, tag: 12 },
  elder: { name: 24, line: 20, tag: 18 },
}
/** Padding of the row, its two gaps, the tag's own padding and the hairline. */
const fixed = 24 + 8 + 4 + 1
/** Page margins, the glyph and its gap. */
const beside = 32 + 40 + 12

/** px. `width` is the list's, px. A name takes two lines at most. */
export function rowHeight(name: string, width: number, elder: boolean): number {
  const size = sizes[elder ? 'elder' : 'normal']
  const lines = textWidth(name) * size.name > width - beside ? 2 : 1
  const leading = elder ? lineHeight.elder : lineHeight.normal
  return Math.ceil(fixed + lines * size.name * lineHeight.tight + (size.line + size.tag) * leading)
}

/** The same for a list that comes again with other rows: each name is measured once. */
export function rowHeights(width: number, elder: boolean): (name: string) => number {
  const known = new Map<string, number>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const height = rowHeight(name, width, elder)
    known.set(name, height)
    return height
  }
}

/** In ems: a Chinese character is one, a latin letter or a figure somewhat more than a half. */
function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += character.charCodeAt(0) < 0x2000 ? 0.6 : 1
  return width
}

/** Where each row begins, px, and after the last where the list ends. */
export function rowOffsets(heights: readonly number[]): Float64Array {
  const offsets = new Float64Array(heights.length + 1)
  for (let i = 0; i < heights.length; i++) offsets[i + 1] = (offsets[i] ?? 0) + (heights[i] ?? 0)
  return offsets
}

/** The last row that begins at or above `y`. */
export function rowAt(offsets: Float64Array, y: number): number {
  let low = 0
  let high = Math.max(offsets.length - 2, 0)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

export type Slice = { first: number; last: number }

/** Rows change in steps of this many, so that scrolling redraws now and then and not at every pixel. */
const step = 6
const rim = 6

/** The rows to draw while `height` px from `top` are seen: `first` included, `last` not. */
export function sliceOf(offsets: Float64Array, top: number, height: number): Slice {
  const count = offsets.length - 1
  const first = Math.floor((rowAt(offsets, top) - rim) / step) * step
  const last = Math.ceil((rowAt(offsets, top + height) + 1 + rim) / step) * step
  return { first: Math.max(first, 0), last: Math.min(last, count) }
}
