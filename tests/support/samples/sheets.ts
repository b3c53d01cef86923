/** Places files for tests: rows as overrides of one good row. */
import { type Cells, columns, emptyCells } from '../../../functions/places/import/row/columns'

/** A love-aid station in Huai'an, everything right. */
export const goodRow = (overrides: Partial<Cells> = {}): Cells => ({
  ...emptyCells(),
  outletNo: '32080290',
  name: '中国福利彩票 32080290 淮海东路站',
  kind: 'outlet',
  roles: 'love-aid|warm-cabin',
  channel: 'street',
  district: '清江浦区',
  address: '淮海东路88号',
  lng: '119.0345',
  lat: '33.5967',
  datum: 'gcj02',
  phone: '0517-00000000',
  hours: 'Mo-Fr 08:30-12:00,13:30-21:00; Sa,Su 09:00-21:00; PH off',
  amenities: 'water|umbrella@2026-11-02',
  verifiedOn: '2026-10-01',
  ...overrides,
})

export const csvOf = (rows: readonly Cells[]): Uint8Array =>
  Buffer.from(
    [columns.join(','), ...rows.map((row) => columns.map((column) => quoted(row[column])).join(','))].join(
      '\n',
    ),
  )

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Text as Excel in China saves a CSV. Every two-byte character of GBK; others are not needed in tests. */
export const gbk = (text: string): Uint8Array => encoded(text, 'gbk')

/** Text as Excel in Taiwan and Hong Kong saves a CSV. */
export const big5 = (text: string): Uint8Array => encoded(text, 'big5')

const encoded = (text: string, encoding: 'gbk' | 'big5'): Uint8Array => {
  const table = tableOf(encoding)
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)]
      const bytes = table.get(character)
      if (!bytes) throw new Error(`${character} is not in ${encoding}`)
      return [...bytes]
    }),
  )
}

const tables = new Map<string, Map<string, [number, number]>>()
const tableOf = (encoding: string): Map<string, [number, number]> => {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, [number, number]>()
  const decoder = new TextDecoder(encoding)
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  tables.set(encoding, table)
  return table
}
