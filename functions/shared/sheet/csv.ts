/** From the bytes of a CSV file to rows of text. */
import { parse } from 'csv-parse/sync'
import { err, ok, type Result } from '../result'
import * as z from '../zod'

export type SheetRow = {
  /** From 1, as an editor or Excel counts. */
  line: number
  cells: string[]
}

type Decoded = { text: string; encoding: string }

/**
 * UTF-8 with or without a mark, UTF-16 with one (Excel's “Unicode text”), GB18030 (Excel's CSV in China, of which GBK
 * and GB2312 are parts) or Big5 (Excel's CSV in Hong Kong and Taiwan). UTF-8 is tried first: Chinese text in the
 * others is almost never valid UTF-8.
 */
export const decodeText = (bytes: Uint8Array): Result<Decoded, string> => {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  const unicode = decodedAs(marked ?? 'utf-8', bytes)
  if (unicode !== null) return ok({ text: unicode, encoding: marked ?? 'utf-8' })
  const gb18030 = marked ? null : decodedAs('gb18030', bytes)
  const big5 = marked ? null : decodedAs('big5', bytes)
  // Nearly every text in Big5 is a valid, meaningless one in GB18030.
  if (big5 !== null && commonCharacters(big5) > commonCharacters(gb18030 ?? ''))
    return ok({ text: big5, encoding: 'big5' })
  if (gb18030 !== null) return ok({ text: gb18030, encoding: 'gb18030' })
  return err('认不出文件的编码，请另存为 UTF-8 或 GB18030（GBK）的 CSV')
}

const decodedAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** How many characters are among those that addresses and outlets' names are mostly made of. */
const commonCharacters = (text: string): number =>
  text.match(/[市区區路号號街道店镇鎮乡鄉村县縣中国國福利彩票站投注东東西南北大小新城楼樓]/g)?.length ?? 0

const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

/** The rows with the line each begins on, and what the writer of the file should know of how it was read. */
export const readCsv = (bytes: Uint8Array): Result<{ rows: SheetRow[]; notices: string[] }, string> => {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { delimiter, text, skippedLines } = withoutEnvelope(decoded.value.text)
  const records = parsed(text, delimiter ?? delimiterOf(text))
  if (!records.ok) return records
  const rows = recordsSchema.parse(records.value).map(({ record, info }) => ({
    line: firstLine(record, info.lines) + skippedLines,
    cells: record.map(withoutFormula),
  }))
  return ok({
    rows,
    notices: decoded.value.encoding === 'big5' ? ['文件按 Big5（繁体）编码读取，请核对汉字'] : [],
  })
}

function parsed(text: string, delimiter: string): Result<unknown, string> {
  try {
    return ok(
      parse(text, {
        delimiter,
        info: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
      }),
    )
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const line = /line (\d+)/.exec(error.message)?.[1]
    return err(`CSV 读不懂${line ? `，问题在第 ${line} 行附近` : ''}：双引号没有成对`)
  }
}

/** Without what spreadsheets write around a table: a first line `sep=;`, and the end-of-file mark of old systems. */
const withoutEnvelope = (decoded: string) => {
  // One sort of line break, or the parser counts those within quotes twice.
  const text = decoded
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: Ctrl-Z and zeros are what is being removed
    .replace(/[\u001a\u0000\s]+$/, '\n')
  const separator = /^"?sep=(.)"?\n/i.exec(text)
  if (!separator) return { text, delimiter: null, skippedLines: 0 }
  return { text: text.slice(separator[0].length), delimiter: separator[1] ?? null, skippedLines: 1 }
}

/** `="0517"` is how some programs keep a spreadsheet from reading a text as a number. */
const withoutFormula = (cell: string): string => /^\s*="([^"]*)"\s*$/.exec(cell)?.[1] ?? cell

/** What stands between the names of the header: a tab or semicolon where a spreadsheet wrote those. */
const delimiterOf = (text: string): string => {
  const header = text.slice(0, text.search(/\n|$/))
  return [',', '\t', ';'].find((delimiter) => header.includes(delimiter)) ?? ','
}

/** The parser tells the line a record ends on; line breaks inside its cells lie before. */
const firstLine = (record: string[], lastLine: number): number =>
  lastLine - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0)
