/** What the galleries of the demonstration are made of, and short names for their blocks. */
import type { GalleryKind } from '../../../functions/exhibition/contract/fields'
import { idOf } from '../../../functions/places/import/row/row'
import type { Block } from '../../../functions/shared/blocks/block'

export type DemoExhibit = {
  /** Unique in its city. */
  slug: string
  title: string
  blocks: Block[]
}

export type DemoGallery = {
  gallery: GalleryKind
  title: string
  about: string
  /** Not shown to minors. */
  adultsOnly: boolean
  /** In the order in which one walks. */
  exhibits: DemoExhibit[]
}

/** A block that waits for its id. */
export type Part = (id: string) => Block

export const exhibit = (slug: string, title: string, ...parts: Part[]): DemoExhibit => ({
  slug,
  title,
  blocks: parts.map((part, i) => part(`b${i + 1}`)),
})

export const heading =
  (text: string): Part =>
  (id) => ({ id, type: 'heading', text, level: 2 })

export const text =
  (...paragraphs: string[]): Part =>
  (id) => ({ id, type: 'text', text: paragraphs.join('\n') })

export const quotation =
  (words: string, by: string, source = ''): Part =>
  (id) => ({ id, type: 'quotation', text: words, by, source })

export type Figure = { value: number; unit: string; label: string; source: string; date: string }
export const figure =
  (shown: Figure): Part =>
  (id) => ({ id, type: 'figure', ...shown })

/** An event a line: `time | title` or `time | title | text`. */
export const timeline =
  (lines: string): Part =>
  (id) => ({
    id,
    type: 'timeline',
    events: cellsOf(lines).map(([time = '', title = '', words = '']) => ({ time, title, text: words })),
  })

/** A row a line, cells separated by `|`; the first line names the columns. */
export const table =
  (caption: string, lines: string): Part =>
  (id) => {
    const [columns = [], ...rows] = cellsOf(lines)
    return { id, type: 'table', caption, columns, rows }
  }

export const place =
  (placeId: string, note: string): Part =>
  (id) => ({ id, type: 'place', place: placeId, note })

/** `no`: eight digits, of an outlet or of the Happy Bar. */
export const outlet = (no: string, note: string): Part => {
  const counter = { outletNo: no, kind: 'outlet' as const, district: '', name: '' }
  return place(idOf(`${no.slice(0, 4)}00`, counter), note)
}

/** A bulletin of the city's demonstration. */
export const bulletin =
  (slug: string, adcode: string): Part =>
  (id) => ({ id, type: 'bulletin', bulletin: `${adcode}-bulletin-${slug}` })

/** Stands at the end of an exhibit: where its facts are from. */
export const source = (from: string): Part => text(`来源：${from}`)

/** Stands at the end of an exhibit that is made up. */
export const invented = text('演示：本展品的人物、情节和数字是编写的，不指任何真实的人和单位。')

const cellsOf = (lines: string): string[][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
