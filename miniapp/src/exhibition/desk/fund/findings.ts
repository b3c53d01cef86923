/** What keeps a year from being published, in words beside the form. Pure. */
import type { EntryFinding } from '@functions/exhibition/contract/kinds/kind'

const fields: Readonly<Record<string, string>> = {
  sales: '销售',
  prizes: '奖金',
  raised: '筹集公益金',
  kept: '公益金归哪里',
  jobs: '就业岗位',
}
const parts: Readonly<Record<string, string>> = { title: '名称', about: '办了哪些事', source: '来源' }

/** Of a field with words: `第 2 项用途的来源`. */
export function fundFieldName(field: string): string {
  const [first = '', second = '', third = ''] = field.split('.')
  if (first === 'note') return '说明'
  if (first === 'uses') return `第 ${Number(second) + 1} 项用途的${parts[third] ?? '文字'}`
  return `${fields[first] ?? ''}的${parts[second] ?? '文字'}`
}

const lacks: Readonly<Record<string, string>> = {
  'amount-missing': '金额还没有写',
  'source-missing': '还没有来源',
  'date-missing': '日期还没有写',
  'text-missing': '名称还没有写',
  'parts-missing': '本市、省、中央要么都写，要么都不写',
  'parts-unlike-raised': '三处加起来和筹集的不一样',
  'more-than-sold': '奖金加公益金比销售还多',
}

export function fundFindingText({ field, code }: EntryFinding): string {
  if (code === 'uses-missing') return '还没有写公益金用在哪里'
  if (code === 'overspent-without-note') return '用的比本市能用的多，请在说明里写明原因'
  const [first = '', at] = field.split('.')
  const name = first === 'uses' ? `第 ${Number(at) + 1} 项用途` : (fields[first] ?? first)
  return `${name}：${lacks[code] ?? '要改'}`
}
