/** Rows of a file ↔ years of the fund: each figure is a row, and each use. A year that a file names is as the file says. Pure. */
import { err, ok, type Result } from '../../../shared/result'
import { codeText, dayWritten, shown } from '../../../shared/sheet/cells'
import { type FundContent, type FundUse, firstFundYear, fundContentSchema } from '../../contract/kinds/fund'
import type { FundColumn } from '../../contract/sheets'
import { listLine, listOf } from './lines'
import { amountIn, amountText, writtenUnit } from './money'
import { type CellProblem, reasonOf } from './reasons'

const fundItems = {
  sales: '销售',
  prizes: '奖金',
  raised: '筹集公益金',
  city: '留在本市',
  province: '省里统筹',
  nation: '上缴中央',
  use: '本市使用',
  jobs: '就业岗位',
  note: '说明',
} as const
type FundItem = keyof typeof fundItems
const jobsUnit = '个'

type Origin = { source: string; date: string | null }
const row = (
  year: number,
  item: FundItem,
  {
    name = '',
    value = '',
    unit = '',
    origin = { source: '', date: null },
    about = '',
    places = '',
  }: {
    name?: string
    value?: string
    unit?: string
    origin?: Origin
    about?: string
    places?: string
  },
): string[] => [
  ...[String(year), fundItems[item], name, value, unit, origin.source, origin.date ?? '', about, places],
]

const money = (amount: number | null) => ({
  value: amount === null ? '' : amountText(amount),
  unit: writtenUnit,
})

/** In the order of the columns; what is not known yet has its row all the same. */
export function fundCells({ year, sales, prizes, raised, kept, uses, jobs, note }: FundContent): string[][] {
  const { city, province, nation, ...ofKept } = kept
  const figures = { sales, prizes, raised }
  const parts = { city, province, nation }
  return [
    ...(['sales', 'prizes', 'raised'] as const).map((item) =>
      row(year, item, { ...money(figures[item].amount), origin: figures[item] }),
    ),
    ...(['city', 'province', 'nation'] as const).map((item) =>
      row(year, item, { ...money(parts[item]), origin: ofKept }),
    ),
    ...uses.map((use) =>
      row(year, 'use', {
        ...money(use.amount),
        ...{ name: use.title, origin: use, about: use.about },
        places: use.places.length === 0 ? '' : listLine(use.places),
      }),
    ),
    row(year, 'jobs', {
      value: jobs.count === null ? '' : String(jobs.count),
      unit: jobsUnit,
      origin: jobs,
    }),
    ...(note === '' ? [] : [row(year, 'note', { about: note })]),
  ]
}

type Cell = (column: FundColumn) => string
type Figure = Origin & { amount: number | null }
/** What a row says. */
export type FundRow = {
  year: number
  item: FundItem
  figure: Figure
  name: string
  about: string
  places: string[]
}

/** Which columns an item does not have. */
const foreign: Readonly<Record<FundItem, readonly FundColumn[]>> = {
  sales: ['名称', '说明', '地点'],
  prizes: ['名称', '说明', '地点'],
  raised: ['名称', '说明', '地点'],
  city: ['名称', '说明', '地点'],
  province: ['名称', '说明', '地点'],
  nation: ['名称', '说明', '地点'],
  use: [],
  jobs: ['名称', '说明', '地点'],
  note: ['名称', '数值', '单位', '来源', '日期', '地点'],
}

export function readFundRow(cell: Cell): Result<FundRow, CellProblem[]> {
  const problems: CellProblem[] = []
  const take = <T>(column: FundColumn, read: Result<T, string>, instead: T): T => {
    if (read.ok) return read.value
    problems.push({ column, reason: read.error })
    return instead
  }
  const year = take('年份', yearIn(cell('年份')), firstFundYear)
  const item = take('项目', itemIn(cell('项目')), null)
  if (item === null) return err(problems)
  for (const column of foreign[item])
    if (cell(column).trim() !== '')
      problems.push({ column, reason: `“${fundItems[item]}”没有这一列，要留空` })
  const read =
    item === 'jobs' ? jobsIn(cell) : item === 'note' ? ok(null) : amountIn(cell('数值'), cell('单位'))
  const amount = take('数值', read, null)
  const date = take('日期', dayWritten(cell('日期')), null)
  const places = cell('地点').trim() === '' ? [] : listOf(cell('地点'))
  if (problems.length > 0) return err(problems)
  const figure = { amount, source: cell('来源'), date }
  return ok({ year, item, figure, name: cell('名称'), about: cell('说明'), places })
}

function yearIn(cell: string): Result<number, string> {
  const year = codeText(cell).replace(/年$/, '')
  const isYear = /^\d{4}$/.test(year) && Number(year) >= firstFundYear && Number(year) <= 2100
  return isYear ? ok(Number(year)) : err(`写 ${firstFundYear} 到 2100 之间的四位数：${shown(cell)}`)
}

function itemIn(cell: string): Result<FundItem | null, string> {
  const text = codeText(cell)
  const names = Object.values(fundItems).join('、')
  const found = items.find((item) => fundItems[item] === text)
  return found ? ok(found) : err(`不认识的项目 ${shown(cell)}，可用：${names}`)
}
const items = ['sales', 'prizes', 'raised', 'city', 'province', 'nation', 'use', 'jobs', 'note'] as const

function jobsIn(cell: Cell): Result<number | null, string> {
  const [text, unit] = [codeText(cell('数值')), codeText(cell('单位'))]
  if (text === '') return ok(null)
  if (unit !== jobsUnit && unit !== '') return err(`就业岗位的单位是${jobsUnit}，而不是 ${shown(unit)}`)
  return /^\d{1,7}$/.test(text) ? ok(Number(text)) : err(`写整数，最多 7 位：${shown(text)}`)
}

type Lined = FundRow & { line: number }
type YearProblem = CellProblem & { line: number }

/** All rows of one year, in the order of the file. */
export function yearOf(rows: readonly Lined[]): Result<FundContent, YearProblem[]> {
  const problems = [...twiceIn(rows), ...unlikeIn(rows)]
  const rowOf = (item: FundItem) => rows.find((one) => one.item === item)
  const figureOf = (item: FundItem): Figure => rowOf(item)?.figure ?? { amount: null, source: '', date: null }
  const [first] = rows
  const kept = rows.find(({ item }) => isPart(item))?.figure ?? figureOf('city')
  const { amount: count, ...ofJobs } = figureOf('jobs')
  const uses = rows.filter(({ item }) => item === 'use')
  const parsed = fundContentSchema.safeParse({
    kind: 'fund',
    year: first?.year,
    sales: figureOf('sales'),
    prizes: figureOf('prizes'),
    raised: figureOf('raised'),
    kept: {
      ...{ city: figureOf('city').amount, province: figureOf('province').amount },
      ...{ nation: figureOf('nation').amount, source: kept.source, date: kept.date },
    },
    uses: uses.map(({ figure, name, about, places }, i) => ({
      ...{ id: `u${i + 1}`, title: name, about },
      ...figure,
      places,
    })),
    jobs: { count, ...ofJobs },
    note: rowOf('note')?.about ?? '',
  })
  if (!parsed.success)
    problems.push(
      ...parsed.error.issues.map((issue) => ({
        line: lineOf(issue.path, rows, uses),
        ...reasonOf(issue, columnOf),
      })),
    )
  return problems.length === 0 && parsed.success ? ok(parsed.data) : err(problems)
}

const isPart = (item: FundItem) => item === 'city' || item === 'province' || item === 'nation'

/** Every item but uses stands once. */
function twiceIn(rows: readonly Lined[]): YearProblem[] {
  return rows.flatMap(({ line, year, item }, i) => {
    const first = rows.findIndex((one) => one.item === item)
    if (item === 'use' || first === i) return []
    return [
      { line, column: '项目', reason: `${year} 年的“${fundItems[item]}”第 ${rows[first]?.line} 行已经有了` },
    ]
  })
}

/** The three parts of what was raised have one source and one day. */
function unlikeIn(rows: readonly Lined[]): YearProblem[] {
  const [first, ...others] = rows.filter(({ item }) => isPart(item))
  return others.flatMap(({ line, figure }) =>
    first && (figure.source !== first.figure.source || figure.date !== first.figure.date)
      ? [{ line, column: '来源', reason: `来源和日期要和第 ${first.line} 行一样：三处是同一份公告里的` }]
      : [],
  )
}

function lineOf(path: readonly PropertyKey[], rows: readonly Lined[], uses: readonly Lined[]): number {
  const [field, at] = path
  const ofUse = field === 'uses' && typeof at === 'number' ? uses[at] : undefined
  const ofKept = field === 'kept' ? rows.find(({ item }) => isPart(item)) : undefined
  const own = rows.find(({ item }) => item === field)
  return (ofUse ?? ofKept ?? own ?? rows[0])?.line ?? 1
}

function columnOf(path: readonly PropertyKey[]): FundColumn {
  const field = path[0] === 'uses' ? path[2] : path[1]
  if (field === 'amount' || field === 'count') return '数值'
  if (field === 'source') return '来源'
  if (field === 'date') return '日期'
  if (field === 'title') return '名称'
  if (field === 'places') return '地点'
  return path[0] === 'uses' && field === undefined ? '项目' : '说明'
}

/** Uses keep the ids that they had: by their names, the first of a name first. */
export function keptUses(before: readonly FundUse[], after: readonly FundUse[]): FundUse[] {
  const free = [...before]
  const ids = after.map(({ title }) => {
    const at = free.findIndex((old) => old.title === title)
    return at < 0 ? null : (free.splice(at, 1)[0]?.id ?? null)
  })
  const used = new Set(ids)
  let next = 0
  const fresh = (): string => {
    do next++
    while (used.has(`u${next}`))
    return `u${next}`
  }
  return after.map((use, i) => ({ ...use, id: ids[i] ?? fresh() }))
}
