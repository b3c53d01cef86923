/** What `npm run import` was asked to do. */
import { formatOf, type SheetFormat } from '../../../functions/places/import/file/sheet'
import { adcodeSchema } from '../../../functions/shared/contract'
import * as z from '../../../functions/shared/zod'
import { Failure } from '../failure'
import { readArguments } from './arguments'

const usage = `用法：npm run import -- places 文件.csv|.xlsx --region 320800 [选项]

  --region 代码    六位行政区划代码；地区不存在就新建
  --name 名称      地区名称，如 淮安（新建时需要，已有的地区可用来改名）
  --dry-run        只检查和比较，不写入
  --strict         只要有一行有错、或有一格读不懂，就什么都不写入
  --erase          单元格为空就清空已知的内容；不给则保留，只报告有多少
  --outside        位置全都不在这个地区，也载入
  --replace        同时删除文件里没有的地点（有坏行时不删）
  --demo           标记为演示数据
  --table 表名     写入云上的表（用本机的 AWS 凭证）；不给则写入本机
  --data 目录      本机数据所在目录，默认 .data

列、写法和错误说明见 docs/import.md`

const options = {
  region: { type: 'string' },
  name: { type: 'string' },
  'dry-run': { type: 'boolean' },
  strict: { type: 'boolean' },
  erase: { type: 'boolean' },
  outside: { type: 'boolean' },
  replace: { type: 'boolean' },
  demo: { type: 'boolean' },
} as const

export type ImportCommand = {
  file: string
  format: SheetFormat
  region: string
  name: string | undefined
  dryRun: boolean
  strict: boolean
  erase: boolean
  outside: boolean
  replace: boolean
  demo: boolean
  table: string | undefined
  data: string | undefined
}

/** Throws `Failure` with what to write instead. */
export const readImportCommand = (args: string[]): ImportCommand => {
  const { values, positionals } = readArguments(args, options, usage)
  const [what, file, ...more] = positionals
  if (what !== 'places' || file === undefined || more.length > 0) throw new Failure(usage)
  const format = formatOf(file)
  if (format === null) throw new Failure(`只能导入 .csv 或 .xlsx 文件，不是 ${file}`)
  const region = readRegion(values.region)
  const name = values.name?.trim()
  if (name !== undefined && (name === '' || name.length > 40)) throw new Failure('--name 要写 1 到 40 个字')
  return {
    file,
    format,
    region,
    name,
    dryRun: values['dry-run'] ?? false,
    strict: values.strict ?? false,
    erase: values.erase ?? false,
    outside: values.outside ?? false,
    replace: values.replace ?? false,
    demo: values.demo ?? false,
    table: values.table,
    data: values.data,
  }
}

const readRegion = (written: string | undefined): string => {
  const region = z.safeParse(adcodeSchema, written)
  if (region.success) return region.data
  if (written !== undefined && /^\d{6}$/.test(written))
    throw new Failure(
      `--region ${written}：没有这样的行政区划代码，代码从 11 到 82 开头，例如 --region 320800`,
    )
  throw new Failure(`--region 要写六位行政区划代码，例如 --region 320800\n\n${usage}`)
}
