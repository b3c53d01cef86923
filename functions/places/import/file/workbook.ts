/**
 * What the reader of Excel files does not tell of them: which sheets are hidden, and which cells have no value to
 * read. It takes an error and a formula that nobody calculated for empty; to an import, empty means unknown.
 */
import { strFromU8, unzipSync } from 'fflate'
import { type SaxesAttributePlain, SaxesParser } from 'saxes'

export type WorkbookSheet = {
  name: string
  /** From 1, as the reader counts. */
  position: number
  isHidden: boolean
  /** Cells without a value: row and column from 0, and the error or the formula that stands there. */
  lostCells: () => { row: number; column: number; text: string }[]
}

/** The sheets in their order; throws where it is no Excel file. */
export const readWorkbook = (bytes: Uint8Array): WorkbookSheet[] => {
  const files = unzipSync(bytes, {
    filter: ({ name }) =>
      /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name),
  })
  const textOf = (path: string): string => {
    const file = files[path]
    if (!file) throw new Error(`${path} is missing`)
    return strFromU8(file)
  }
  const paths = new Map<string, string>()
  forEachTag(textOf('xl/_rels/workbook.xml.rels'), (tag, attributes) => {
    if (tag === 'Relationship') paths.set(attributes.Id ?? '', pathOf(attributes.Target ?? ''))
  })
  const sheets: WorkbookSheet[] = []
  forEachTag(textOf('xl/workbook.xml'), (tag, { name, id, state }) => {
    if (tag !== 'sheet' || name === undefined) return
    sheets.push({
      name,
      position: sheets.length + 1,
      isHidden: state === 'hidden' || state === 'veryHidden',
      lostCells: () => lostCellsIn(textOf(paths.get(id ?? '') ?? '')),
    })
  })
  return sheets
}

/** Relative to the workbook, or from the root of the archive. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

type Attributes = Readonly<Record<string, string>>

/** Names without their namespace's prefix, which differs from writer to writer. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const parserOf = (onTag: (tag: string, attributes: Attributes) => void) => {
  const parser = new SaxesParser()
  let attributes: Record<string, string> = {}
  parser.on('error', (error) => {
    throw error
  })
  parser.on('attribute', ({ name, value }: SaxesAttributePlain) => {
    attributes[localName(name)] = value
  })
  parser.on('opentag', ({ name }) => {
    onTag(localName(name), attributes)
    attributes = {}
  })
  return parser
}

const forEachTag = (xml: string, onTag: (tag: string, attributes: Attributes) => void): void => {
  parserOf(onTag).write(xml).close()
}

type OpenCell = { row: number; column: number; type: string; formula: string | null; value: string | null }

const lostCellsIn = (xml: string): ReturnType<WorkbookSheet['lostCells']> => {
  const lost: ReturnType<WorkbookSheet['lostCells']> = []
  let cell: OpenCell = { row: -1, column: -1, type: 'n', formula: null, value: null }
  let text = ''
  const parser = parserOf((tag, { r, t }) => {
    text = ''
    // A row or cell that does not say where it is follows the one before.
    if (tag === 'row') cell = { ...cell, row: r === undefined ? cell.row + 1 : Number(r) - 1, column: -1 }
    if (tag === 'c')
      cell = { ...cell, column: columnOf(r) ?? cell.column + 1, type: t ?? 'n', formula: null, value: null }
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', ({ name }) => {
    const tag = localName(name)
    if (tag === 'f') cell.formula = text
    if (tag === 'v') cell.value = text
    if (tag !== 'c') return
    const lostText = lostTextOf(cell)
    if (lostText !== null) lost.push({ row: cell.row, column: cell.column, text: lostText })
  })
  parser.write(xml).close()
  return lost
}

/** Null where the cell has a value, or is empty. A formula whose result is the empty text has a value. */
const lostTextOf = ({ type, formula, value }: OpenCell): string | null => {
  if (type === 'e') return value || '#ERROR!'
  if (formula === null || value || (value === '' && type === 'str')) return null
  // One that another cell writes out for this one too is empty here.
  return `=${formula || '…'}`
}

/** `AB12` → 27. */
const columnOf = (address: string | undefined): number | null => {
  const letters = /^[A-Z]+/.exec(address ?? '')?.[0]
  if (letters === undefined) return null
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
