import { wordingRule } from '@common/wording/find'
import { ResultLine } from '@/shared/components/result-line'

/** What the law forbids to say, in a field of a block or of the form. */
export type WordingNote = { field: string; rule: string; isRefused: boolean; words: string }

/** Each with its words, what to do about them, and the article. */
export function WordingLines({
  notes,
  nameOf = fieldName,
}: {
  notes: readonly WordingNote[]
  nameOf?: (field: string) => string
}) {
  return notes.map((note) => (
    <ResultLine key={`${note.field} ${note.rule} ${note.words}`} tone={note.isRefused ? 'wrong' : 'doubt'}>
      {`${nameOf(note.field)}里的${wordingText(note)}`}
    </ResultLine>
  ))
}

/** `“必中”：…（《彩票管理条例》第十八条第一项：…）` */
export function wordingText({ rule, words }: Pick<WordingNote, 'rule' | 'words'>): string {
  const known = wordingRule(rule)
  return known ? `“${words}”：${known.advice}（${known.article}）` : `“${words}”：法规不允许这样写。`
}

const names: Readonly<Record<string, string>> = {
  text: '文字',
  title: '标题',
  about: '介绍',
  description: '图片说明',
  caption: '图注或表名',
  transcript: '文字稿',
  label: '说的是什么',
  unit: '单位',
  source: '出处',
  by: '是谁说的',
  note: '说明',
}

/** Of `rows.0.1`: `第 1 行第 2 格`; of `events.2.text`: `第 3 件事`. */
export function fieldName(field: string): string {
  const [first = '', second, third = ''] = field.split('.')
  const nth = Number(second) + 1
  if (first === 'rows') return `第 ${nth} 行第 ${Number(third) + 1} 格`
  if (first === 'columns') return `表头 ${nth}`
  if (first === 'events') return `第 ${nth} 件事`
  if (first === 'captions') return `第 ${nth} 条字幕`
  if (first === 'pictures') return `第 ${nth} 张的${names[third] ?? '文字'}`
  return names[first] ?? '文字'
}
