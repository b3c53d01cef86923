/** The city grid, and beside it what each city adds to it. It is made anew whenever a city's cells change. */
import { createHash } from 'node:crypto'
import { parseItem, type Table } from '../../../shared/aws/table'
import { TableUnavailable } from '../../../shared/aws/unavailable'
import { brotli } from '../../../shared/http/brotli'
import { amongMany, type Retry, retry, retryOnConflict } from '../../../shared/items/retry'
import * as z from '../../../shared/zod'
import type { Point } from '../../contract'
import { type CityCells, cellsOf, packCityGrid } from '../../rules/city-grid/cells'
import { cellsPartition, cityCellsKey, cityGridKey } from '../keys'
import { placeReader } from '../places'
import { regionReader } from './regions'

const cellsSchema = z.object({ adcode: z.string(), cells: z.array(z.tuple([z.int(), z.int()])) })
const gridSchema = z.object({ revision: z.int(), tag: z.string(), bytes: z.instanceof(Uint8Array) })

/** `bytes`: the document, brotli compressed. Equal tags, equal documents. */
export type StoredCityGrid = z.infer<typeof gridSchema>

export const cityGridReader = (table: Table) => ({
  /** One small read; null before the first import. */
  async readCityGrid(options: { consistent: boolean }): Promise<StoredCityGrid | null> {
    const item = await table.get(cityGridKey, options)
    return item && parseItem(gridSchema, item)
  },
})

export const cityGridWriter = (table: Table) => {
  const { readCityGrid } = cityGridReader(table)
  const { listRegions } = regionReader(table)
  const { readContent } = placeReader(table)

  const writeCells = (cells: CityCells) => table.putOne({ ...cityCellsKey(cells.adcode), ...cells })

  /** Of every city there is; of one that was imported by a build without cells they are made now. */
  const readAllCells = async (): Promise<CityCells[]> => {
    const items = await table.query(cellsPartition, '', { consistent: true })
    const known = items.map((item) => parseItem(cellsSchema, item))
    const missing = (await listRegions({ consistent: false })).filter(({ adcode }) =>
      known.every((one) => one.adcode !== adcode),
    )
    const made: CityCells[] = []
    for (const { adcode } of missing) {
      const cells = cellsOf(adcode, (await readContent(adcode)).places)
      await writeCells(cells)
      made.push(cells)
    }
    return [...known, ...made]
  }

  /** Again where another import made one meanwhile, which may not have seen these cells. */
  const replaceGrid = async (): Promise<StoredCityGrid | Retry> => {
    const before = await readCityGrid({ consistent: true })
    const text = JSON.stringify(packCityGrid(await readAllCells()))
    const tag = createHash('sha256').update(text).digest('hex').slice(0, 16)
    if (before?.tag === tag) return before
    const next = { revision: (before?.revision ?? 0) + 1, tag, bytes: new Uint8Array(await brotli(text)) }
    const written = await table.updateOne(cityGridKey, {
      UpdateExpression: 'SET #revision = :next, #tag = :tag, #bytes = :bytes',
      ConditionExpression: before ? '#revision = :before' : 'attribute_not_exists(PK)',
      names: { '#revision': 'revision', '#tag': 'tag', '#bytes': 'bytes' },
      values: {
        ':next': next.revision,
        ':tag': tag,
        ':bytes': next.bytes,
        ...(before && { ':before': before.revision }),
      },
    })
    return written.ok ? next : retry
  }

  return {
    /** After an import: the grid knows the city by all the `places` it has now. Where nothing moved, nothing is written. */
    async updateCityGrid(adcode: string, places: readonly Point[]): Promise<void> {
      const cells = cellsOf(adcode, places)
      const item = await table.get(cityCellsKey(adcode), { consistent: true })
      const known = item && parseItem(cellsSchema, item)
      if (JSON.stringify(known?.cells) !== JSON.stringify(cells.cells)) await writeCells(cells)
      const grid = await retryOnConflict(table, replaceGrid, amongMany)
      if (!grid) throw new TableUnavailable('the city grid changes too often to be made')
    },
  }
}
