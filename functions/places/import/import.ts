/**
 * Loads a places file into a region. Good rows are loaded and bad ones reported, or with `strict` nothing is
 * loaded unless all are good. Loading the same file again writes nothing and leaves the version as it was.
 */
import { err, ok, type Result } from '../../shared/result'
import type { RowProblem } from '../../shared/sheet/cells'
import type { Region } from '../contract'
import { cityName } from '../rules/divisions'
import type { PlaceDraft, PlaceRecord } from '../rules/record'
import { pinyinOf } from '../service/catalogue/pinyin'
import { type CheckedSheet, checkSheet } from './check/check-sheet'
import { checkPositions } from './check/positions'
import { outliersIn } from './check/row-problems'
import { readSheetRows } from './file/sheet'
import { type ImportPlan, planImport } from './plan/plan'
import type { ImportFailure, ImportReport, ImportRequest } from './request'

export type { RowProblem } from '../../shared/sheet/cells'
export type { ImportFailure, ImportProgress, ImportReport, ImportRequest } from './request'

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

type Situation = {
  region: Region | null
  name: string
  places: PlaceRecord[]
  plan: ImportPlan
  warnings: RowProblem[]
}

/** What there is, and what the file would change of it. */
const compare = async (
  checked: CheckedSheet,
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
  const rows = checked.readings.map(({ line, draft }) => ({ line, ...draft }))
  // What was made up for a demonstration does not tell where the real places are.
  const { warnings, refusal } = checkPositions(
    rows,
    adcode,
    request.demo ? [] : places.filter(({ demo }) => !demo),
  )
  if (refusal !== null && !request.outside) return err({ code: 'outside', details: [refusal] })
  const plan = planImport(places, checked.readings, {
    replace: mayReplace(checked, request),
    erase: request.erase ?? false,
  })
  return ok({ region, name, places, plan, warnings: warnings.length > 0 ? warnings : outliersIn(rows) })
}

/** A place whose row is bad would look as if the file did not name it. */
const mayReplace = (checked: CheckedSheet, request: ImportRequest): boolean =>
  request.replace === true && checked.badRows === 0

type Loaded = Pick<ImportReport, 'loaded' | 'version'> & Partial<ImportReport>

/** Writes the difference; null: somebody else wrote to the region meanwhile. */
const load = async (
  checked: CheckedSheet,
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

/** No region begins without a place. Of one that is there the store decides: where nothing differs, nothing is written. */
const isNothing = ({ plan, region }: Situation): boolean => region === null && plan.upserts.length === 0

const reportOf = (
  checked: CheckedSheet,
  { name, warnings }: Situation,
  plan: ImportPlan,
  request: ImportRequest,
) => ({
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
  lost: plan.lost,
  warnings: [
    ...checked.warnings,
    ...warnings,
    ...(request.replace && !mayReplace(checked, request) ? [notReplaced] : []),
  ],
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
