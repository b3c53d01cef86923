/**
 * Hours in everyday words, written again as the text form has them: names of days written out, am and pm, full hours.
 * Only what can be meant in one way is rewritten; the rest stays and is refused with its reason.
 */

const names: readonly (readonly [string, readonly string[]])[] = [
  ['Mo', ['monday', 'mon', 'montag', '周一', '星期一', '礼拜一']],
  ['Tu', ['tuesday', 'tues', 'tue', 'dienstag', 'di', '周二', '星期二', '礼拜二']],
  ['We', ['wednesday', 'wed', 'mittwoch', 'mi', '周三', '星期三', '礼拜三']],
  ['Th', ['thursday', 'thurs', 'thur', 'thu', 'donnerstag', 'do', '周四', '星期四', '礼拜四']],
  ['Fr', ['friday', 'fri', 'freitag', '周五', '星期五', '礼拜五']],
  ['Sa', ['saturday', 'sat', 'samstag', '周六', '星期六', '礼拜六']],
  ['Su', ['sunday', 'sun', 'sonntag', 'so', '周日', '星期日', '星期天', '礼拜天']],
  ['Sa,Su', ['weekends', 'weekend', '周末', '双休日']],
  ['PH', ['法定节假日', '法定假日', '节假日']],
  ['Mo-Su', ['daily', 'everyday', '每天', '每日', '天天']],
  ['off', ['closed', 'geschlossen', '不营业', '休息', '歇业']],
  ['24/7', ['全天', '24小时', '24h', '24 hours']],
  ['-', ['到', '至']],
]
const shortNames = new Map(names.flatMap(([short, long]) => long.map((name) => [name, short] as const)))
const chineseNames = new RegExp(
  [...shortNames.keys()]
    .filter((name) => !/^[a-z]+$/.test(name))
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'gi',
)
const days = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)'

/** `5-10 pm` may begin in the morning. */
const halfKnown = /(?<![\d:.])\d{1,2}(?:[:.]\d{2})?\s*[-–—~～]\s*\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?\s?m/i

/** The text as it would be written here, or as it was. */
export const inTextForm = (text: string): string => {
  if (halfKnown.test(text)) return text
  const parts = text.split(/("[^"]*"|“[^”]*”)/)
  const written = parts.map((part, i) => (i % 2 === 0 ? withoutWords(part) : part)).join('')
  return turnsBack(written) ? text : written
}

const twoSpans = /(?=(?<![\d:])(\d{1,2}):\d\d\s*-\s*\d{1,2}:\d\d\s*,\s*(\d{1,2}):\d\d)/g

/** `9-12,2-6`: the second span is one of the afternoon. */
const turnsBack = (text: string): boolean =>
  [...text.matchAll(twoSpans)].some(([, first, second]) => Number(second) < Number(first))

const withoutWords = (text: string): string =>
  [daysByTheirNames, punctuation, chineseTimes, twelveHours, fullHours, dayLists].reduce(
    (line, step) => step(line),
    text,
  )

const daysByTheirNames = (text: string): string =>
  text
    .replace(chineseNames, (name) => ` ${shortNames.get(name.toLowerCase()) ?? name} `)
    .replace(/[a-zäöü]{2,}\.?/gi, (word) => shortNames.get(word.toLowerCase().replace('.', '')) ?? word)
    .replace(/\b(?:public )?holidays?\b/gi, 'PH')
    .replace(/\bevery day\b/gi, 'Mo-Su')
    .replace(/(?:Mo\s*-\s*Su)?\s*24\/7/g, '24/7')

const punctuation = (text: string): string =>
  text
    .replace(/[；，、：]/g, (mark) => ({ '；': ';', '，': ',', '、': ',', '：': ':' })[mark] ?? mark)
    .replace(/[–—－~～〜]/g, '-')
    .replace(/\s+(?:to|till|until|bis|through)\s+/gi, '-')
    .replace(/\b0(\d\d:\d\d)/g, '$1')

const chineseTime =
  /(?<part>上午|早上|早|凌晨|下午|晚上|晚)?\s*(?<hour>\d{1,2})\s*[时時点點]\s*(?:(?<minute>\d{1,2})\s*分|(?<half>半)|整)?/g

/** `下午2点半到6点`: the end is of the same part of the day. What could be meant in two ways stays, and is refused. */
const chineseTimes = (text: string): string => {
  let [written, end] = ['', 0]
  let start: { part: string; hours: number } | null = null
  for (const match of text.matchAll(chineseTime)) {
    const { part, hour = '', minute = '0', half } = match.groups ?? {}
    const between = text.slice(end, match.index)
    const from = between.trim() === '-' ? start : null
    const hours = hoursInChinese(part ?? from?.part ?? '', Number(hour))
    const isLeft = hours === null || (part === undefined && from !== null && hours <= from.hours)
    written += between + (isLeft ? match[0] : `${hours}:${(half ? '30' : minute).padStart(2, '0')}`)
    end = match.index + match[0].length
    start = hours === null ? null : { part: part ?? '', hours }
  }
  return written + text.slice(end)
}

/** 晚上12点 is midnight. Null where 晚上1点 or 凌晨12点 leaves open on which side of midnight it lies. */
const hoursInChinese = (part: string, hour: number): number | null => {
  const isNight = part.startsWith('晚')
  if (hour === 12 && part === '凌晨') return null
  if (hour === 12 && isNight) return 24
  if (isNight && hour < 5) return null
  return hour < 12 && (isNight || part === '下午') ? hour + 12 : hour
}

const time = String.raw`(\d{1,2})(?:[:.](\d{2}))?`

/** `9am-5:30pm`. */
const twelveHours = (text: string): string =>
  text.replace(
    new RegExp(String.raw`\b${time}\s*([ap])\.?\s?m\b\.?`, 'gi'),
    (written, hour, minute, half) => {
      const hours = Number(hour)
      if (hours < 1 || hours > 12) return written
      const since = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
      return `${since}:${minute ?? '00'}`
    },
  )

/** `9-17`, `9.30-17.00`, `11:00-17`, `10h-18h30`. */
const fullHours = (text: string): string =>
  text
    .replace(/\b(\d{1,2})\s*h\s*(\d{2})?\b/gi, (_, hour, minute) => `${hour}:${minute ?? '00'}`)
    .replace(
      new RegExp(String.raw`(?<![\d:.;])${time}\s*-\s*${time}(?![\d:.]|\s*[ap]\.?m)`, 'gi'),
      (written, a, b, c, d) =>
        isHalfDay(Number(a), Number(c)) && !isClockSpan(written)
          ? written
          : `${a}:${b ?? '00'}-${c}:${d ?? '00'}`,
    )

/** `9-5` ends in the afternoon, and nobody who means a night writes it so: left, and refused. `18-2` is plain. */
const isHalfDay = (from: number, to: number): boolean => from <= 12 && to <= from

const isClockSpan = (text: string): boolean => /:\d\d\s*-.*:\d\d/.test(text)

/** `Mo-Fr: 09:00`, `Mo-Su,09:00`, `Mo & Tu`. */
const dayLists = (text: string): string =>
  text
    .replace(new RegExp(String.raw`(${days})\s*(?:&|and|und|\+)\s*(?=${days})`, 'gi'), '$1,')
    .replace(new RegExp(String.raw`(${days})\s*[,:]\s*(?=\d|off)`, 'gi'), '$1 ')
    .replace(new RegExp(String.raw`(${days})\s*:?\s*(?=\d{1,2}:)`, 'gi'), '$1 ')
