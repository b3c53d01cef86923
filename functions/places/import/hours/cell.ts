/** Reads the cell with opening hours: what is written plainly, what people write otherwise, and why the rest cannot be kept. */
import { err, ok } from '../../../shared/result'
import { type Cell, shown, tidy } from '../../../shared/sheet/cells'
import { formatHours, type HoursError } from '../../rules/hours'
import type { Noticed } from '../row/cells'
import { type HoursChange, readHoursRules } from './rules'
import { inTextForm } from './words'

/** The canonical text of the hours, or null where unknown; a notice tells what was not taken word for word. */
export const hoursCell = (cell: string): Cell<Noticed<string | null>> => {
  const text = tidy(cell)
  if (text === '') return ok({ value: null, notices: [] })
  if (isDateOfAlways(text))
    return ok({
      value: '24/7',
      notices: [`${shown(text)} 像是被电子表格改成了日期的 24/7，按 24/7 读取，请核对`],
    })
  const plain = readHoursRules(text)
  const rewritten = plain.ok ? text : inTextForm(text)
  const reading = plain.ok ? plain : readHoursRules(rewritten)
  if (!reading.ok) return err(keptFrom(text) ?? hoursProblem(rewritten, reading.error))
  const value = formatHours(reading.value.hours)
  const reasons = [
    ...(plain.ok ? [] : ['写法不是规定的格式']),
    ...reading.value.changes.map((change) => changeReasons[change]),
  ]
  return ok({ value, notices: reasons.map((reason) => `${reason}，读作 ${value}，请核对`) })
}

const changeReasons: Readonly<Record<HoursChange, string>> = {
  joined: '分号前后是同样的日子，当作中间有休息（同一天的几段时间请用逗号隔开）',
  'off-last': '休息的日子写在前面，会被后面的一条盖住（请写在最后）',
}

/** What `24/7` becomes in a spreadsheet that takes it for the 24th of July. */
const isDateOfAlways = (text: string): boolean =>
  /^(?:\d{4}[-/.]0?7[-/.]24|24[-/.]0?7[-/.]\d{4}|0?7[-/.]24[-/.]\d{4}|24[- ]jul|jul[- ]24|7月24日)$/i.test(
    text,
  )

const unreadable = '，这里存不了'
/** What OpenStreetMap and people know beside days, dates and times (decision 001), each by its name. First match wins. */
const keptMeanings: readonly (readonly [RegExp, string])[] = [
  [/sunrise|sunset|sundown|dawn|dusk|日出|日落|天黑|天亮/i, `随日出日落变化的时间${unreadable}；请写钟点`],
  [/\bSH\b|school hol|寒假|暑假|学校假期/i, `学校假期${unreadable}；请写成带年份的日期`],
  [/\bweek\b|单周|双周/i, `按第几周${unreadable}；请写成带年份的日期`],
  [/\|\|/, `备用的规则（||）${unreadable}；请只写确定的时间`],
  [/easter/i, `复活节${unreadable}；请写成带年份的日期`],
  [/\[\s*-?\d/, `每月第几个星期几（[1]）${unreadable}；请写成带年份的日期`],
  [/\d\s*\+/, `没有结束时刻的时间（+）${unreadable}；请写到几点`],
  [/\d\s*-\s*\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m/i, '分不清是上午还是下午；请用 24 小时制'],
  [
    /\b(?:unknown|appointment)\b|预约|不定|看情况/i,
    `要预约或不确定的时间${unreadable}；请留空，或写在引号里作说明`,
  ],
  [
    /^(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)[a-z ,-]*)?(?:\d{1,2}(?:[:.]\d{2})?(?:am)?\s*-\s*\d{1,2}(?:\.\d{2})?(?:\s*,\s*(?=\d)|$))+$/i,
    '分不清是上午还是下午；请用 24 小时制',
  ],
  [/\d\s*[时時点點]/, '分不清是上午还是下午；请用 24 小时制'],
]

const keptFrom = (text: string): string | null => {
  const unquoted = text.replace(/["“][^"”]*["”]/g, '')
  return keptMeanings.find(([pattern]) => pattern.test(unquoted))?.[1] ?? null
}

/** What the hours rules say in English, for the reader of a spreadsheet. First match wins; the last says where at least. */
const hoursReasons: readonly (readonly [RegExp, string])[] = [
  [/same days twice/, '同样的日子写了两条，分不清是中间休息还是改了时间；同一天的几段时间请用逗号隔开'],
  [/overlap/, '时段互相重叠'],
  [/ends before it begins/, '结束日期早于开始日期'],
  [/there is no time/, '没有这个时刻'],
  [/there is no day/, '没有这一天'],
  [/is not a month/, '月份要写英文缩写，如 Jan、Feb'],
  [/begins before 24:00/, '开始时刻要早于 24:00'],
  [/closing time/, '缺少结束时刻，应如 08:30-21:00'],
  [/after the comma/, '逗号后面缺内容'],
  [/longer than|more than/, '太长'],
  [/separated by/, '各条规则之间用英文分号隔开'],
  [/with its year/, '没有年份的日期，这里存不了；请写年份，如 2026 Feb 17'],
  [/expected a weekday/, '“-”后面应是星期，如 Mo-Fr'],
  [/expected days/, '这里应是星期（Mo-Fr、PH）、日期、时段（如 08:30-21:00）或 off'],
  [/^empty/, '没有内容'],
]

export const hoursProblem = (text: string, { reason, at }: HoursError): string => {
  const said = hoursReasons.find(([pattern]) => pattern.test(reason))?.[1] ?? '看不懂'
  const near = text.slice(at, at + 12)
  return `${said}（第 ${at + 1} 个字${near ? ` ${shown(near)}` : ''}）；写法如 Mo-Fr 08:30-12:00,13:30-21:00; Sa,Su 09:00-21:00; PH off`
}
