/** One row of a file ↔ one bulletin. Pure. */
import { mediaIdSchema } from '../../../shared/blocks/block'
import { err, ok, type Result } from '../../../shared/result'
import { codeText, dayWritten, shown } from '../../../shared/sheet/cells'
import { type BulletinCategory, bulletinCategories, categoryNames } from '../../contract/categories'
import { type BulletinContent, bulletinContentSchema } from '../../contract/kinds/bulletin'
import type { BulletinColumn } from '../../contract/sheets'
import { blocksIn, blockText } from './block-text'
import { listLine, listOf } from './lines'
import { type CellProblem, reasonOf } from './reasons'

/** `name`: the last part of its id, its own in the city; null: it has none yet. */
export type BulletinRow = { name: string | null; content: BulletinContent }

/** In the order of the columns. */
export const bulletinCells = (name: string, content: BulletinContent): string[] => {
  const { category, title, date, summary, blocks, attachments, honour } = content
  return [
    name,
    categoryNames[category],
    title,
    date,
    summary,
    blockText(blocks),
    attachments.map((one) => listLine([one.title, one.media ?? one.address])).join('\n'),
    honour?.who ?? '',
    honour?.award ?? '',
    honour ? String(honour.year) : '',
  ]
}

export function readBulletin(cell: (column: BulletinColumn) => string): Result<BulletinRow, CellProblem[]> {
  const problems: CellProblem[] = []
  const take = <T>(column: BulletinColumn, read: Result<T, string>, instead: T): T => {
    if (read.ok) return read.value
    problems.push({ column, reason: read.error })
    return instead
  }
  const name = take('编号', nameIn(cell('编号')), null)
  const category = take('栏目', categoryIn(cell('栏目')), 'notice')
  const date = take('日期', neededDay(cell('日期')), '2000-01-01')
  const blocks = take('正文', blocksIn(cell('正文')), [])
  const attachments = take('附件', attachmentsIn(cell('附件')), [])
  const honour = take('荣誉年份', honourIn(cell), null)
  const [title, summary] = [cell('标题'), cell('摘要')]
  const parsed = bulletinContentSchema.safeParse({
    ...{ kind: 'bulletin', title, category, date, summary, blocks, attachments, honour },
  })
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => reasonOf(issue, columnOf)))
  return problems.length === 0 && parsed.success ? ok({ name, content: parsed.data }) : err(problems)
}

function nameIn(cell: string): Result<string | null, string> {
  const text = codeText(cell).toLowerCase()
  if (text === '') return ok(null)
  return /^[0-9a-z-]{1,40}$/.test(text)
    ? ok(text)
    : err(`编号只能有数字、字母和 -，最多 40 位：${shown(cell)}；新的一条可以留空`)
}

function categoryIn(cell: string): Result<BulletinCategory, string> {
  const found = bulletinCategories.find((one) => categoryNames[one] === codeText(cell))
  const names = bulletinCategories.map((one) => categoryNames[one]).join('、')
  return found ? ok(found) : err(`不认识的栏目 ${shown(cell)}，可用：${names}`)
}

function neededDay(cell: string): Result<string, string> {
  const day = dayWritten(cell)
  if (!day.ok) return day
  return day.value === null ? err('不能为空') : ok(day.value)
}

/** A line each: `标题｜https://…`, or with the id of an uploaded file. */
function attachmentsIn(cell: string): Result<BulletinContent['attachments'], string> {
  const lines = cell.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map(listOf)
  const wrong = read.findIndex((parts) => parts.length !== 2)
  if (wrong >= 0) return err(`第 ${wrong + 1} 个附件要写成 名称｜https:// 开头的网址`)
  return ok(
    read.map(([title = '', where = '']) =>
      mediaIdSchema.safeParse(where).success
        ? { title, address: '', media: where }
        : { title, address: where },
    ),
  )
}

function honourIn(cell: (column: BulletinColumn) => string): Result<BulletinContent['honour'], string> {
  const [who, award, year] = [cell('荣誉对象'), cell('荣誉名称'), codeText(cell('荣誉年份'))]
  if (who === '' && award === '' && year === '') return ok(null)
  return /^\d{4}$/.test(year) ? ok({ who, award, year: Number(year) }) : err('写四位数的年份，例如 2026')
}

/** Of a field of the content. */
function columnOf(path: readonly PropertyKey[]): BulletinColumn {
  const [first, second] = path
  if (first === 'honour') return second === 'who' ? '荣誉对象' : second === 'award' ? '荣誉名称' : '荣誉年份'
  if (first === 'category') return '栏目'
  if (first === 'date') return '日期'
  if (first === 'summary') return '摘要'
  if (first === 'blocks') return '正文'
  return first === 'attachments' ? '附件' : '标题'
}
