/**
 * From hours as people write them to rules that mean it alone, one by one. The text form (rules/hours/text.ts) knows one
 * separator, after which a rule takes its days away from the earlier ones. People also write a comma before further
 * days (OpenStreetMap: this rule adds to the day), and a lunch break as a second rule for the same days.
 */
import { err, ok, type Result } from '../../../shared/result'
import {
  formatHours,
  type Hours,
  type HoursError,
  type HoursRule,
  parseHours,
  type Span,
} from '../../rules/hours'

/** `joined`: a rule behind a `;` was added to its days. `off-last`: days off were moved behind the rule that took them back. */
export type HoursChange = 'joined' | 'off-last'
export type HoursReading = { hours: Hours; changes: readonly HoursChange[] }

/** One rule as written. `adds`: a comma stands before it. `isBare`: times alone, for whatever days. */
type Piece = { text: string; at: number; adds: boolean; isBare: boolean }

/** `at` of an error counts in `text`. */
export const readHoursRules = (text: string): Result<HoursReading, HoursError> => {
  let rules: HoursRule[] = []
  let previous: HoursRule | null = null
  const changes = new Set<HoursChange>()
  for (const piece of piecesOf(text)) {
    const parsed = parseHours(piece.text)
    if (!parsed.ok) return err({ ...parsed.error, at: parsed.error.at + piece.at })
    const [rule] = parsed.value.rules
    const placed: Placed | null = rule === undefined ? null : placeRule(rules, rule, { ...piece, previous })
    if (!placed) return err({ reason: 'same days twice', at: piece.at })
    rules = placed.rules
    previous = placed.rule
    if (placed.change) changes.add(placed.change)
  }
  // An empty text and one with too many rules are the parser's to refuse.
  const written = parseHours(rules.length === 0 ? text : formatHours({ rules }))
  return written.ok ? ok({ hours: written.value, changes: [...changes] }) : written
}

const spanPattern = /\d\s*[:：]\s*\d\d|\b(?:off|closed)\b|24\s*\/\s*7/i

/** Cut at each `;`, and at a comma behind which another rule begins: the one before has its times, and no time follows. */
const piecesOf = (text: string): Piece[] => {
  const pieces: Piece[] = []
  let [start, adds, quoted] = [0, false, false]
  const cut = (end: number, nextAdds: boolean) => {
    const piece = text.slice(start, end)
    if (piece.trim() !== '')
      pieces.push({ text: piece, at: start, adds, isBare: /^\s*\d{1,2}\s*[:：]/.test(piece) })
    start = end + 1
    adds = nextAdds
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (/["“”]/.test(character)) quoted = !quoted
    if (quoted) continue
    if (/[;；]/.test(character)) cut(at, false)
    else if (/[,，、]/.test(character) && beginsRule(text.slice(start, at), text.slice(at + 1))) cut(at, true)
  }
  cut(text.length, false)
  return pieces
}

const beginsRule = (before: string, after: string): boolean =>
  spanPattern.test(before) && /^\s*(?:[a-z]{2,}|\d{4}\s+[a-z])/i.test(after)

type Placing = Pick<Piece, 'adds' | 'isBare'> & { previous: HoursRule | null }
/** `rule`: as it was understood, for a bare one that follows it. */
type Placed = { rules: HoursRule[]; rule: HoursRule; change?: HoursChange }

/** Null: two rules for the same days that cannot both be meant. */
const placeRule = (rules: HoursRule[], rule: HoursRule, placing: Placing): Placed | null => {
  if (!isPlain(rule)) return { rules: [...rules, rule], rule }
  if (placing.adds) return addRule(rules, rule)
  const meant = withDaysOf(placing, rule)
  const rivals = rivalsOf(rules, meant).filter(({ rule: { spans } }) => spans.length > 0)
  // What is short of days has taken those of a rule that it overlaps.
  if (rivals.length === 0) return meant === rule ? placeBehindOff(rules, rule) : null
  if (rivals.every((rival) => isRepeated(rival.rule, meant))) return { rules, rule: meant }
  const isHidden = rivals.some((rival) => rival.isWhole)
  const isApart = rivals.every((rival) => areApart(rival.rule.spans, meant.spans))
  const isLater = rivals.every((rival) => (rival.rule.spans.at(-1)?.to ?? 0) <= (meant.spans[0]?.from ?? 0))
  if (isApart && (isLater || isHidden)) {
    const added = addRule(rules, meant)
    return added && { ...added, change: 'joined' }
  }
  // A part of the days with other hours is what `;` is for. Hours that never hold, or other ones before, are a slip.
  return isHidden || isApart ? null : placeBehindOff(rules, rule)
}

/** `Tu 07:00-08:00; 11:30-13:15`: nobody takes back the hours just written; the days are the same. */
const withDaysOf = ({ isBare, previous }: Placing, rule: HoursRule): HoursRule =>
  isBare && previous !== null && isPlain(previous) && previous.weekdays.length > 0
    ? { ...rule, weekdays: previous.weekdays, holidays: previous.holidays }
    : rule

/** `Su off; 09:00-21:00` and `PH off; Mo-Fr 09:00-18:00`: the days off are meant, so they go last. */
const placeBehindOff = (rules: HoursRule[], rule: HoursRule): Placed | null => {
  const isTakenBack = (off: HoursRule): boolean =>
    off.periods.length === 0 &&
    off.spans.length === 0 &&
    ((off.holidays && !rule.holidays) || (off.weekdays.length > 0 && isWithin(off, rule)))
  const late = rules.filter(isTakenBack)
  if (late.length === 0) return { rules: [...rules, rule], rule }
  if (late.some((off) => off.weekdays.length > 0 && isWithin(rule, off))) return null
  return {
    rules: [...rules.filter((earlier) => !late.includes(earlier)), rule, ...late],
    rule,
    change: 'off-last',
  }
}

const isWithin = (a: HoursRule, b: HoursRule): boolean => sharedDays(a, b).length === daysOf(a).length

/** On weekdays, at times; not of one date, a holiday alone, or off. */
const isPlain = ({ periods, weekdays, holidays, spans }: HoursRule): boolean =>
  periods.length === 0 && spans.length > 0 && (weekdays.length > 0 || !holidays)

const everyDay = [0, 1, 2, 3, 4, 5, 6]
const daysOf = ({ weekdays }: HoursRule): number[] => (weekdays.length > 0 ? weekdays : everyDay)
const sharedDays = (a: HoursRule, b: HoursRule): number[] =>
  daysOf(a).filter((day) => daysOf(b).includes(day))

const isRepeated = (a: HoursRule, b: HoursRule): boolean =>
  JSON.stringify([daysOf(a), a.spans]) === JSON.stringify([daysOf(b), b.spans])

const areApart = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.every((x) => b.every((y) => x.to <= y.from || y.to <= x.from))

/** A rule that decides what some days of another one are; `isWhole`: all that it decides are days of the other. */
type Rival = { rule: HoursRule; index: number; shared: number[]; isWhole: boolean }

/** The last first. */
const rivalsOf = (rules: readonly HoursRule[], rule: HoursRule): Rival[] => {
  const deciding = everyDay.map((day) => rules.findLastIndex((earlier) => selectsWeekday(earlier, day)))
  return rules
    .map((earlier, index) => {
      const decided = everyDay.filter((day) => deciding[day] === index)
      const shared = decided.filter((day) => daysOf(rule).includes(day))
      return { rule: earlier, index, shared, isWhole: shared.length === decided.length }
    })
    .filter(({ shared }) => shared.length > 0)
    .reverse()
}

const selectsWeekday = ({ periods, weekdays, holidays }: HoursRule, day: number): boolean =>
  periods.length === 0 && (weekdays.includes(day) || (weekdays.length === 0 && !holidays))

/** The rule's times beside those that its days have already; null where they overlap. */
const addRule = (rules: HoursRule[], rule: HoursRule): Placed | null => {
  const open = rivalsOf(rules, rule).filter((rival) => rival.rule.spans.length > 0)
  if (open.some((rival) => !areApart(rival.rule.spans, rule.spans))) return null
  const after = [...rules]
  for (const { rule: earlier, index, shared, isWhole } of open) {
    const joined = {
      ...earlier,
      spans: [...earlier.spans, ...rule.spans].sort((a, b) => a.from - b.from),
      note: joinedNote(earlier.note, rule.note),
    }
    // Right behind the rule it grew from, so that a holiday's rule behind that still has the last word.
    if (isWhole) after[index] = joined
    else after.splice(index + 1, 0, { ...joined, weekdays: shared, holidays: false })
  }
  const rest = daysOf(rule).filter((day) => !open.some(({ shared }) => shared.includes(day)))
  if (rest.length > 0) after.push({ ...rule, weekdays: rest.length === everyDay.length ? [] : rest })
  else if (rule.holidays) after.push({ ...rule, weekdays: [] })
  return { rules: after, rule }
}

const joinedNote = (a: string | null, b: string | null): string | null =>
  a !== null && b !== null && a !== b ? `${a}；${b}` : (a ?? b)
