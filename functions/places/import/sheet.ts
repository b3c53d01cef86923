/** From the bytes of a CSV or Excel file to rows of text with the line each stands on. */
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { err, ok, type Result } from '../../shared/result'
import * as z from '../../shared/zod'

export type SheetRow = {
  /** From 1, as an editor or Excel counts. */
  line: number
  cells: string[]
}
/** The first row is the header. Rows without any text are left out. */
export type Sheet = { header: string[]; rows: SheetRow[] }
export type SheetFormat = 'csv' | 'xlsx'

/** By the name of the file; null: neither. */
export const formatOf = (fileName: string): SheetFormat | null => {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase()
  if (extension === 'csv' || extension === 'txt') return 'csv'
  return extension === 'xlsx' ? 'xlsx' : null
}

/** Reads a file's content; the error is a sentence for the person who wrote the file. */
export const readSheetRows = async (
  bytes: Uint8Array,
  format: SheetFormat,
): Promise<Result<Sheet, string>> => {
  const rows = format === 'csv' ? readCsv(bytes) : await readXlsx(bytes)
  if (!rows.ok) return rows
  const [first, ...rest] = rows.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return first ? ok({ header: first.cells, rows: rest }) : err('文件是空的')
}

/**
 * UTF-8 with or without a mark, UTF-16 with one (Excel's “Unicode text”), or GB18030 (Excel's CSV in China, of
 * which GBK and GB2312 are parts). UTF-8 is tried first: Chinese text in GB18030 is almost never valid UTF-8.
 */
export const decodeText = (bytes: Uint8Array): Result<string, string> => {
  const encodings =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ['utf-16le']
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes))
    } catch {
      // Not this one.
    }
  }
  return err('认不出文件的编码，请另存为 UTF-8 或 GB18030（GBK）的 CSV')
}

const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

const readCsv = (bytes: Uint8Array): Result<SheetRow[], string> => {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  // One sort of line break, or the parser counts those within quotes twice.
  const text = decoded.value.replace(/\r\n?/g, '\n')
  try {
    const records: unknown = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    return ok(
      recordsSchema
        .parse(records)
        .map(({ record, info }) => ({ line: firstLine(record, info.lines), cells: record })),
    )
  } catch (error) {
    if (error instanceof z.core.$ZodError || !(error instanceof Error)) throw error
    const line = /line (\d+)/.exec(error.message)?.[1]
    return err(`CSV 读不懂${line ? `，问题在第 ${line} 行附近` : ''}：双引号没有成对`)
  }
}

/** What stands between the names of the header: a tab or semicolon where a spreadsheet wrote those. */
const delimiterOf = (text: string): string => {
  const header = text.slice(0, text.search(/\n|$/))
  return [',', '\t', ';'].find((delimiter) => header.includes(delimiter)) ?? ','
}

/** The parser tells the line a record ends on; line breaks inside its cells lie before. */
const firstLine = (record: string[], lastLine: number): number =>
  lastLine - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0)

const readXlsx = async (bytes: Uint8Array): Promise<Result<SheetRow[], string>> => {
  try {
    const rows: unknown[][] = await readSheet(Buffer.from(bytes), { trim: false })
    return ok(rows.map((row, i) => ({ line: i + 1, cells: row.map(textOfCell) })))
  } catch {
    return err('打不开这个 Excel 文件；请确认它是 .xlsx，或另存为 CSV')
  }
}

/** Excel keeps numbers and dates as such; a date becomes its day. */
const textOfCell = (cell: unknown): string => {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return plainNumber(cell)
  if (typeof cell === 'boolean') return String(cell)
  if (cell instanceof Date && !Number.isNaN(cell.getTime())) return cell.toISOString().slice(0, 10)
  return ''
}

/** Without an exponent and without the noise of binary fractions: coordinates are known to nine decimals at most. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toFixed(9)))
