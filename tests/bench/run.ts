/**
 * `npm run bench`: every figure of the performance page, measured and printed as one table.
 *
 *   npm run bench -- [--json FILE] [--only NAME] [--places FILE.csv]
 *   npm run bench -- --against FOLDER [--only cold|nearby|redeem|import]
 *
 * A figure that cannot be measured stands in the table as not met, with the reason, and the run ends with 1.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Figure } from './bench'
import { bulletinsFigure } from './bulletins'
import { bundlesFigure } from './bundles'
import { catalogueFigure } from './catalogue'
import { citiesFigure } from './cities'
import { compareWith } from './compare/compare'
import { dynamodbGeoFigure } from './dynamodb-geo'
import { exhibitionFigure } from './exhibition/figure'
import { firstVisitFigure } from './first-visit/figure'
import { h5Figure } from './h5'
import { table } from './harness'
import { importFigure } from './import'
import { measureAll } from './measure-all'
import { nearestFigure } from './nearest'
import { openBench } from './open'
import { naiveFigure } from './points/naive'
import { redeemFigure } from './points/redeem'
import { shardsFigure } from './points/shards'
import { publicReadsFigure } from './public-reads'
import { serverFigure } from './server'
import { weappFigure } from './weapp'

const figures: readonly Figure[] = [
  catalogueFigure,
  citiesFigure,
  nearestFigure,
  serverFigure,
  importFigure,
  publicReadsFigure,
  bulletinsFigure,
  dynamodbGeoFigure,
  redeemFigure,
  shardsFigure,
  naiveFigure,
  weappFigure,
  h5Figure,
  firstVisitFigure,
  exhibitionFigure,
  bundlesFigure,
]

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { type: 'string' },
      places: { type: 'string' },
      against: { type: 'string' },
    },
  })
  if (options.against !== undefined) {
    const bench = openBench({ step })
    const { table: compared, missing } = await compareWith(options.against, bench, options.only).finally(
      bench.close,
    )
    console.log(`\n${compared}, ${machine()}`)
    if (missing.length > 0) throw new Error(`not measured: ${missing.join('; ')}`)
    return
  }
  const chosen = figures.filter(({ name }) => options.only === undefined || name === options.only)
  if (chosen.length === 0) {
    throw new RangeError(`no figure ${options.only}; there are ${figures.map(({ name }) => name).join(', ')}`)
  }
  const bench = openBench({ file: options.places, step })
  const { rows, missing } = await measureAll(chosen, bench).finally(bench.close)
  console.log(`\n${table(rows)}\n\n${machine()}`)
  if (options.json) writeFileSync(options.json, JSON.stringify({ machine: machine(), rows }, null, 2))
  if (missing.length > 0) throw new Error(`not measured: ${missing.join(', ')}`)
}

const machine = (): string =>
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${new Date().toISOString()}`

const started = Date.now()
function step(text: string): void {
  console.error(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
