/** `npm run import -- places FILE …`: loads a places file. What it says is for the centres' staff, in Chinese. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type ImportFailure,
  type ImportReport,
  importPlaces,
  type RowProblem,
} from '../../functions/places/import/import'
import { formatOf, type SheetFormat } from '../../functions/places/import/sheet'
import { createPlacesStore } from '../../functions/places/store'
import { adcodeSchema } from '../../functions/shared/contract'
import type { Result } from '../../functions/shared/result'
import * as z from '../../functions/shared/zod'
import { Failure } from './failure'
import { progressBar } from './progress'
import { openTarget } from './target'

const usage = `用法：npm run import -- places 文件.csv|.xlsx --region 320800 [选项]

  --region 代码    六位行政区划代码；地区不存在就新建
  --name 名称      地区名称，如 淮安（新建时需要，已有的地区可用来改名）
  --dry-run        只检查和比较，不写入
  --strict         只要有一行有错就什么都不写入
  --replace        同时删除文件里没有的地点（有坏行时不删）
  --demo           标记为演示数据
  --table 表名     写入云上的表（用本机的 AWS 凭证）；不给则写入本机
  --data 目录      本机数据所在目录，默认 .data

列、写法和错误说明见 docs/import.md`

/** Everything loaded; some rows bad; nothing done. */
const exitCodes = { done: 0, failed: 1, someBad: 2 } as const
/** Problems shown on the screen; the rest is counted. */
const shownProblems = 200

type Request = {
  file: string
  format: SheetFormat
  region: string
  name: string | undefined
  dryRun: boolean
  strict: boolean
  replace: boolean
  demo: boolean
  table: string | undefined
  data: string | undefined
}

const main = async (args: string[]): Promise<number> => {
  const request = readRequest(args)
  const bytes = readBytes(request.file)
  const startedAt = Date.now()
  const target = await openTarget(request.table, request.data)
  const bar = progressBar(process.stderr)
  try {
    console.log(`读取 ${request.file}，写入 ${target.where}`)
    const result = await importPlaces({
      store: createPlacesStore(target.table, { clock: Date.now }),
      clock: Date.now,
      bytes,
      format: request.format,
      adcode: request.region,
      name: request.name,
      demo: request.demo,
      strict: request.strict,
      replace: request.replace,
      dryRun: request.dryRun,
      onProgress: ({ phase, done, total }) => bar.show(phase === 'check' ? '检查' : '写入', done, total),
    })
    bar.end()
    return tell(result, (Date.now() - startedAt) / 1000)
  } finally {
    bar.end()
    await target.close()
  }
}

const readRequest = (args: string[]): Request => {
  const { values, positionals } = parsed(args)
  const [what, file, ...more] = positionals
  if (what !== 'places' || file === undefined || more.length > 0) throw new Failure(usage)
  const format = formatOf(file)
  if (format === null) throw new Failure(`只能导入 .csv 或 .xlsx 文件，不是 ${file}`)
  const region = z.safeParse(adcodeSchema, values.region)
  if (!region.success) throw new Failure(`--region 要写六位行政区划代码，例如 --region 320800\n\n${usage}`)
  const name = values.name?.trim()
  if (name !== undefined && (name === '' || name.length > 40)) throw new Failure('--name 要写 1 到 40 个字')
  return {
    file,
    format,
    region: region.data,
    name,
    dryRun: values['dry-run'] ?? false,
    strict: values.strict ?? false,
    replace: values.replace ?? false,
    demo: values.demo ?? false,
    table: values.table,
    data: values.data,
  }
}

const parsed = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        region: { type: 'string' },
        name: { type: 'string' },
        table: { type: 'string' },
        data: { type: 'string' },
        'dry-run': { type: 'boolean' },
        strict: { type: 'boolean' },
        replace: { type: 'boolean' },
        demo: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n\n${usage}`)
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

const tell = (result: Result<ImportReport, ImportFailure>, seconds: number): number => {
  if (!result.ok) {
    for (const detail of result.error.details) console.error(`✗ ${detail}`)
    console.error('没有写入任何内容')
    return exitCodes.failed
  }
  const report = result.value
  tellProblems(report.bad, '✗')
  tellProblems(report.warnings, '!')
  console.log(summaryOf(report, seconds))
  if (report.loaded === 'refused' || report.badRows === report.rows) return exitCodes.failed
  return report.badRows > 0 ? exitCodes.someBad : exitCodes.done
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
  refused: '没有写入（--strict，且有坏行）',
} as const

const summaryOf = (report: ImportReport, seconds: number): string => {
  const { name, adcode, rows, added, changed, unchanged, removed, badRows, loaded, version } = report
  const good = rows - badRows
  return (
    `${verbs[loaded]} ${name}（${adcode}）：共 ${rows} 行，有效 ${good}，` +
    `新增 ${added}，修改 ${changed}，未变 ${unchanged}，删除 ${removed}，有错 ${badRows}；` +
    `版本 ${version}，用时 ${seconds.toFixed(1)} 秒`
  )
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Failure ? error.message : error)
    process.exitCode = exitCodes.failed
  },
)
