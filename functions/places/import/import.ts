/**
 * Loads a places file into a region. Good rows are loaded and bad ones reported, or with `strict` nothing is
 * loaded unless all are good. Loading the same file again writes nothing and leaves the version as it was.
 */
import { dayOf } from '../../shared/day'
import { err, ok, type Result } from '../../shared/result'
import type { Region } from '../contract'
import { pinyinOf } from '../pinyin'
import { cityName, districtName } from '../rules/divisions'
import type { PlaceDraft, PlaceRecord } from '../rules/record'
import type { PlacesStore } from '../store'
import { duplicatesIn, foreignDatumsIn, mangledNumbersIn, outliersIn, type RowProblem } from './check'
import { type Column, cellsOfRow, readHeader } from './columns'
import type { Fact } from './facts'
import { type ImportPlan, planImport, type RowReading } from './plan'
import { type CellProblem, type RowContext, readRow } from './row'
import { readSheetRows, type Sheet, type SheetFormat, type SheetRow } from './sheet'

export type { RowProblem } from './check'

export type ImportRequest = {
  store: Pick<PlacesStore, 'readRegion' | 'readContent' | 'applyImport'>
  clock: () => number
  bytes: Uint8Array
  format: SheetFormat
  /** The region, created where it does not exist. */
  adcode: string
  /** Its name; absent: the one it has, or that of a listed city. */
  name?: string
  /** The places are demonstration data. */
  demo?: boolean
  /** Load nothing if any row is bad or any cell cannot be read. */
  strict?: boolean
  /** Let empty cells empty what is known; otherwise it stays, and how much it is is told. */
  erase?: boolean
  /** Remove the region's places that the file does not name; not while any row is bad. */
  replace?: boolean
  /** Check and compare, but write nothing. */
  dryRun?: boolean
  onProgress?: (progress: ImportProgress) => void
}
export type ImportProgress = { phase: 'check' | 'write'; done: number; total: number }

export type ImportReport = {
  adcode: string
  name: string
  /** Rows with text, the header not counted. */
  rows: number
  /** What was done, or with `dryRun` would be. */
  added: number
  changed: number
  unchanged: number
  removed: number
  bad: RowProblem[]
  /** How many rows are bad; one row can have several problems. */
  badRows: number
  /** Cells that could not be read, of rows that were: what was known there stays. */
  skipped: RowProblem[]
  /** Known facts for which the file has empty cells: kept, or emptied with `erase`. */
  emptied: Partial<Record<Fact, number>>
  warnings: RowProblem[]
  /** Of the region afterwards. */
  version: number
  /** Whether the good rows are in the table now; `refused`: `strict` and something bad. */
  loaded: 'yes' | 'dry-run' | 'refused'
}

/** Why nothing at all could be done; `details` are sentences in Chinese. */
export type ImportFailure = {
  code: 'unreadable' | 'header' | 'no-rows' | 'no-name' | 'region-changed'
  details: string[]
}

const maxTries = 3

export const importPlaces = async (request: ImportRequest): Promise<Result<ImportReport, ImportFailure>> => {
  const sheet = await readSheetRows(request.bytes, request.format)
  if (!sheet.ok) return err({ code: 'unreadable', details: [sheet.error] })
  const checked = checkSheet(sheet.value, request)
  if (!checked.ok) return checked
  let intended: ImportPlan | null = null
  for (let tries = 1; tries <= maxTries; tries++) {
    const situation = await compare(checked.value, request)
    if (!situation.ok) return situation
    // What an earlier try has written already is unchanged by now, but it is this import's doing.
    intended ??= situation.value.plan
    const outcome = await load(checked.value, situation.value, request)
    if (outcome) return ok({ ...reportOf(checked.value, situation.value, intended, request), ...outcome })
  }
  return err({ code: 'region-changed', details: ['别处正在修改这个地区，已试三次；请稍后再运行一次'] })
}

type ReadPlace = RowReading & { line: number; datum: string; skipped: RowProblem[]; notices: RowProblem[] }
type Checked = {
  rows: number
  readings: RowReading[]
  bad: RowProblem[]
  badRows: number
  skipped: RowProblem[]
  warnings: RowProblem[]
}

/** Reads every row; what is wrong is told row by row, in the order of the file. */
const checkSheet = (sheet: Sheet, request: ImportRequest): Result<Checked, ImportFailure> => {
  const header = readHeader(sheet.header)
  if (!header.ok) return err({ code: 'header', details: header.error })
  if (sheet.rows.length === 0) return err({ code: 'no-rows', details: ['表头下面没有内容'] })
  const { read, bad } = readRows(sheet.rows, header.value, request)
  const duplicates = duplicatesIn(read.map(({ line, draft }) => ({ line, ...draft })))
  const repeated = new Set(duplicates.map(({ line }) => line))
  const good = read.filter(({ line }) => !repeated.has(line))
  const facts = good.map(({ line, datum, draft }) => ({ line, datum, ...draft }))
  return ok({
    rows: sheet.rows.length,
    readings: good,
    bad: [...bad, ...duplicates].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    badRows: sheet.rows.length - good.length,
    skipped: good.flatMap(({ skipped }) => skipped),
    warnings: [
      ...sheet.notices.map((reason) => ({ line: null, column: null, reason })),
      ...good.flatMap(({ notices }) => notices),
      ...mangledNumbersIn(facts),
      ...foreignDatumsIn(facts),
      ...outliersIn(facts),
    ],
  })
}

const readRows = (rows: readonly SheetRow[], header: readonly Column[], request: ImportRequest) => {
  const context: RowContext = {
    adcode: request.adcode,
    // Generated data has the dates it was generated with, whatever the clock of this machine says.
    today: request.demo ? '9999-12-31' : dayOf(request.clock()),
    demo: request.demo ?? false,
    districtName: (written) => districtName(request.adcode, written),
  }
  const read: ReadPlace[] = []
  const bad: RowProblem[] = []
  rows.forEach(({ line, cells: row }, i) => {
    const cells = cellsOfRow(header, row)
    const place = cells.ok ? readRow(cells.value, context) : err([{ column: null, reason: cells.error }])
    const onLine = (problems: readonly CellProblem[]) => problems.map((problem) => ({ line, ...problem }))
    if (cells.ok && place.ok) {
      const { draft, unread, skipped, notices } = place.value
      const told = { skipped: onLine(skipped), notices: onLine(notices) }
      read.push({ line, datum: cells.value.datum, draft, unread, ...told })
    }
    if (!place.ok) bad.push(...place.error.map((problem) => ({ line, ...problem })))
    const done = i + 1
    if (done % 1000 === 0 || done === rows.length)
      request.onProgress?.({ phase: 'check', done, total: rows.length })
  })
  return { read, bad }
}

type Situation = { region: Region | null; name: string; places: PlaceRecord[]; plan: ImportPlan }

/** What there is, and what the file would change of it. */
const compare = async (
  checked: Checked,
  request: ImportRequest,
): Promise<Result<Situation, ImportFailure>> => {
  const { store, adcode } = request
  const region = await store.readRegion(adcode, { consistent: true })
  const name = request.name ?? region?.name ?? cityName(adcode)
  if (name === null)
    return err({
      code: 'no-name',
      details: [`地区 ${adcode} 还不存在，请用 --name 给出名称，例如 --name 淮安`],
    })
  const { places } = region ? await store.readContent(adcode) : { places: [] }
  const plan = planImport(places, checked.readings, {
    replace: mayReplace(checked, request),
    erase: request.erase ?? false,
  })
  return ok({ region, name, places, plan })
}

/** A place whose row is bad would look as if the file did not name it. */
const mayReplace = (checked: Checked, request: ImportRequest): boolean =>
  request.replace === true && checked.badRows === 0

type Loaded = Pick<ImportReport, 'loaded' | 'version'> & Partial<ImportReport>

/** Writes the difference; null: somebody else wrote to the region meanwhile. */
const load = async (
  checked: Checked,
  situation: Situation,
  request: ImportRequest,
): Promise<Loaded | null> => {
  const { region, name, places, plan } = situation
  const version = region?.version ?? 0
  if (request.strict && checked.badRows + checked.skipped.length > 0)
    return { loaded: 'refused', version, added: 0, changed: 0, removed: 0 }
  if (request.dryRun) return { loaded: 'dry-run', version }
  if (isNothing(situation)) return { loaded: 'yes', version }
  const outcome = await request.store.applyImport({
    adcode: request.adcode,
    name,
    region,
    places,
    upserts: plan.upserts,
    deletes: plan.deletes,
    pinyin: pinyinOf(textsAfter(places, plan)),
    onProgress: (done, total) => request.onProgress?.({ phase: 'write', done, total }),
  })
  return outcome.ok ? { loaded: 'yes', version: outcome.value.version } : null
}

/** A new name alone is something to write; a region without any good row is not. */
const isNothing = ({ plan, region, name }: Situation): boolean =>
  plan.upserts.length === 0 && plan.deletes.length === 0 && (region === null || region.name === name)

const reportOf = (checked: Checked, { name }: Situation, plan: ImportPlan, request: ImportRequest) => ({
  adcode: request.adcode,
  name,
  rows: checked.rows,
  added: plan.added,
  changed: plan.changed,
  unchanged: plan.unchanged,
  removed: plan.deletes.length,
  bad: checked.bad,
  badRows: checked.badRows,
  skipped: checked.skipped,
  emptied: plan.emptied,
  warnings:
    request.replace && !mayReplace(checked, request) ? [...checked.warnings, notReplaced] : checked.warnings,
})

const notReplaced: RowProblem = {
  line: null,
  column: null,
  reason: '有坏行，所以没有删除文件里没有的地点；改好后再带 --replace 运行',
}

/** What the pinyin dictionary has to read: of all the places that there will be. */
const textsAfter = (places: readonly PlaceDraft[], { upserts, deletes }: ImportPlan): string[] => {
  const after = new Map([...places, ...upserts].map((place) => [place.id, place]))
  for (const id of deletes) after.delete(id)
  return [...after.values()].flatMap(({ name, district, address }) => [name, district, address])
}
