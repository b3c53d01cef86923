/** `npm run import -- places FILE …`: loads a places file. What it says is for the centres' staff, in Chinese. */
import { readFileSync } from 'node:fs'
import { createCatalogues, createPlacesStore } from '../../../functions/places'
import {
  type ImportFailure,
  type ImportReport,
  importPlaces,
  type RowProblem,
} from '../../../functions/places/import/import'
import { facts, factTitle } from '../../../functions/places/import/plan/facts'
import type { Result } from '../../../functions/shared/result'
import { Failure } from '../failure'
import { progressBar } from '../progress'
import { runTool } from './arguments'
import { type ImportCommand, readImportCommand } from './import-command'
import { openTarget } from './target'

/** Everything loaded; some rows bad or cells unread; nothing done. */
const exitCodes = { done: 0, failed: 1, someBad: 2 } as const
/** Problems shown on the screen; the rest is counted. */
const shownProblems = 200

export const main = async (args: string[]): Promise<number> => {
  const request = readImportCommand(args)
  const bytes = readBytes(request.file)
  const startedAt = Date.now()
  const target = await openTarget('places', request.table, request.data)
  const bar = progressBar(process.stderr)
  try {
    console.log(`读取 ${request.file}，写入 ${target.where}`)
    const store = createPlacesStore(target.context)
    const result = await importPlaces({
      store,
      clock: Date.now,
      bytes,
      format: request.format,
      adcode: request.region,
      name: request.name,
      demo: request.demo,
      strict: request.strict,
      erase: request.erase,
      outside: request.outside,
      replace: request.replace,
      dryRun: request.dryRun,
      onProgress: ({ phase, done, total }) => bar.show(phase === 'check' ? '检查' : '写入', done, total),
    })
    // Packed here, with time to spare, so that no reader has to wait for it.
    if (result.ok && result.value.loaded === 'yes')
      await createCatalogues({ store, clock: Date.now, log: () => {} }).current(request.region)
    bar.end()
    return tell(result, request, (Date.now() - startedAt) / 1000)
  } finally {
    bar.end()
    await target.close()
  }
}

const readBytes = (file: string): Uint8Array => {
  try {
    return readFileSync(file)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new Failure(
      isMissing
        ? `找不到文件 ${file}`
        : `读不了文件 ${file}：${error instanceof Error ? error.message : error}`,
    )
  }
}

const tell = (
  result: Result<ImportReport, ImportFailure>,
  { erase }: ImportCommand,
  seconds: number,
): number => {
  if (!result.ok) {
    for (const detail of result.error.details) console.error(`✗ ${detail}`)
    console.error('没有写入任何内容')
    return exitCodes.failed
  }
  const report = result.value
  tellProblems(report.bad, '✗')
  tellProblems(report.skipped, '?')
  tellProblems(report.warnings, '!')
  const emptied = emptiedIn(report, erase)
  if (emptied !== null) console.error(`! ${emptied}`)
  const lost = lostIn(report)
  if (lost !== null) console.error(`! ${lost}`)
  console.log(summaryOf(report, seconds))
  if (report.loaded === 'refused' || report.badRows === report.rows) return exitCodes.failed
  return report.badRows + report.skipped.length > 0 ? exitCodes.someBad : exitCodes.done
}

/** How much is known for which the file has empty cells; null where there is nothing of that sort. */
const emptiedIn = ({ emptied, loaded }: ImportReport, erase: boolean): string | null => {
  const counts = facts.flatMap((fact) => (emptied[fact] ? [[fact, emptied[fact]] as const] : []))
  if (counts.length === 0) return null
  const listed = counts.map(([fact, count]) => `${factTitle(fact)} ${count} 处`).join('，')
  if (!erase) return `现在已知、文件里却是空的：${listed}。都保留原样；确实要清空，请加 --erase`
  return `现在已知、文件里却是空的：${listed}。${loaded === 'yes' ? '已按 --erase 清空' : '带 --erase 写入时会清空'}`
}

const lossWords = {
  phone: (count: number) => `电话少 ${count} 个`,
  amenities: (count: number) => `便民设施少 ${count} 项`,
  roles: (count: number) => `服务角色少 ${count} 项`,
  hours: (count: number) => `营业时间改 ${count} 处`,
} as const

/** What known places lose by rows that say less of them; null where there is nothing of that sort. */
const lostIn = ({ lost, loaded }: ImportReport): string | null => {
  const { phone = 0, amenities = 0, roles = 0, hours = 0 } = lost
  const counts = { phone, amenities, roles, hours }
  const listed = (['phone', 'amenities', 'roles', 'hours'] as const)
    .flatMap((name) => (counts[name] > 0 ? [lossWords[name](counts[name])] : []))
    .join('，')
  if (listed === '') return null
  return `文件里写的比现在已知的少：${listed}。${loaded === 'yes' ? '已按文件改' : '写入时会按文件改'}`
}

const tellProblems = (problems: readonly RowProblem[], sign: string): void => {
  for (const { line, column, reason } of problems.slice(0, shownProblems)) {
    const where = [line === null ? [] : `第 ${line} 行`, column === null ? [] : `列 ${column}`]
      .flat()
      .join('，')
    console.error(`${sign} ${where === '' ? '' : `${where}：`}${reason}`)
  }
  if (problems.length > shownProblems) console.error(`${sign} …… 另有 ${problems.length - shownProblems} 条`)
}

const verbs = {
  yes: '已载入',
  'dry-run': '试运行（没有写入）',
  refused: '没有写入（--strict，且有错）',
} as const

const summaryOf = (report: ImportReport, seconds: number): string => {
  const { name, adcode, rows, added, changed, unchanged, removed, badRows, loaded, version } = report
  const good = rows - badRows
  const skipped = report.skipped.length > 0 ? `，读不懂的格 ${report.skipped.length}` : ''
  return (
    `${verbs[loaded]} ${name}（${adcode}）：共 ${rows} 行，有效 ${good}，` +
    `新增 ${added}，修改 ${changed}，未变 ${unchanged}，删除 ${removed}，有错 ${badRows}${skipped}；` +
    `版本 ${version}，用时 ${seconds.toFixed(1)} 秒`
  )
}

if (require.main === module) runTool(main)
