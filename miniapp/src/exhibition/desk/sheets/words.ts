/** Files of bulletins and of the fund in the words of the desk. Pure. */
import { isExcelCut, mostExcelCharacters, type WrittenCell } from '@common/sheet/write'
import {
  bulletinColumns,
  fundColumns,
  type ImportedSheet,
  type PlannedEntry,
  type SheetChange,
  type SheetKind,
  type SheetProblem,
} from '@functions/exhibition/contract/sheets'

export const columnsOf: Readonly<Record<SheetKind, readonly string[]>> = {
  bulletin: bulletinColumns,
  fund: fundColumns,
}

export const changeNames: Readonly<Record<SheetChange | 'other', string>> = {
  new: '新建',
  changed: '改',
  same: '没有变',
  waits: '不动',
  other: '不动',
}

/** Which rows Excel would cut, and what then must not be done with the file; null: none. The header is row 1. */
export function cutText(rows: readonly (readonly WrittenCell[])[]): string | null {
  const long = rows.flatMap((row, at) => (row.some(isExcelCut) ? [at + 2] : []))
  if (long.length === 0) return null
  const named = long.slice(0, 5).join('、')
  const which = long.length > 5 ? `第 ${named} 等 ${long.length} 行` : `第 ${named} 行`
  return `${which}有一格超过 ${mostExcelCharacters} 个字，Excel 打开会截断。这几行请在工作台里改；用 Excel 存过的文件，这几行不能再导入。`
}

const count = <T extends string>(all: readonly T[], one: T) => all.filter((each) => each === one).length

/** `会新建 2 条、改 1 条；3 条没有变。` */
export function planText(entries: readonly PlannedEntry[]): string {
  const changes = entries.map(({ change }) => change)
  const [made, changed, same] = [count(changes, 'new'), count(changes, 'changed'), count(changes, 'same')]
  const left = changes.length - made - changed - same
  const does = [made > 0 ? `新建 ${made} 条` : '', changed > 0 ? `改 ${changed} 条` : ''].filter(Boolean)
  return [
    does.length > 0 ? `会${does.join('、')}` : '没有要新建或改的',
    same > 0 ? `${same} 条和现在一样` : '',
    left > 0 ? `${left} 条正在等审批或已排期，不会动` : '',
  ]
    .filter(Boolean)
    .join('；')
    .concat('。')
}

/** What a partial file would take away from years that are known; null: nothing. */
export function emptiedText(entries: readonly PlannedEntry[]): string | null {
  const years = entries.filter(({ emptied }) => emptied > 0)
  if (years.length === 0) return null
  const each = years.map(({ title, emptied }) => `${title}有 ${emptied} 个数字`)
  return `${each.join('，')}会变成空的。表里没有的行、没填的数值，都是空的。`
}

export const todoIn = (entries: readonly PlannedEntry[]): number =>
  entries.filter(({ change }) => change === 'new' || change === 'changed').length

export function problemText({ line, column, reason }: SheetProblem): string {
  if (line === null) return reason
  return column === null ? `第 ${line} 行：${reason}` : `第 ${line} 行，“${column}”：${reason}`
}

/** What has to be done before it can be submitted; null: nothing. */
export function lackText({ lacks, refused }: Pick<PlannedEntry, 'lacks' | 'refused'>): string | null {
  const parts = [
    lacks > 0 ? `还缺 ${lacks} 处` : '',
    refused > 0 ? `有 ${refused} 处法规不允许的说法` : '',
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join('，')}，导入以后补好才能提交。` : null
}

/** @param areDrafts none of them was submitted yet */
export function doneText({ entries }: ImportedSheet, areDrafts: boolean): string {
  const done = entries.map((one) => one.done)
  const [made, changed] = [count(done, 'created'), count(done, 'changed')]
  const parts = [made > 0 ? `新建 ${made} 条` : '', changed > 0 ? `改了 ${changed} 条` : ''].filter(Boolean)
  if (parts.length === 0) return '什么也没有改动。'
  const next = areDrafts ? '都是草稿，提交并由另一位同事通过后，观众才看到。' : ''
  return `已导入：${parts.join('，')}。${next}`
}
