/**
 * The fields of a place that a plain column or table would write too long: each as a pair of functions, one that
 * writes it for the catalogue and one that reads it. All positions are those of the catalogue's order.
 */
import { addDays, type Day, daysBetween } from '../../../shared/day'
import type { PlaceSummary, Point } from '../../contract'
import {
  MalformedCatalogue,
  openTable,
  readColumn,
  type Table,
  type TableColumn,
  unzigzag,
  valueAtRow,
  writeCodes,
  writeTable,
  zigzag,
} from './columns'
import { openWide, readWide, writeWide } from './wide-numbers'

/** Found by trying on a city of 5,000: days have one size, and nearly all facts are 0 or 1. */
const visitCarriers = 32
const factCarriers = 60

// Positions: steps from place to place, east and north in turn, in millionths of a degree, the first from 0/0.

export function writeSteps(places: readonly Point[]): string {
  let [x, y] = [0, 0]
  const steps = places.flatMap(({ lng, lat }) => {
    const [east, north] = [Math.round(lng * 1e6), Math.round(lat * 1e6)]
    const step = [zigzag(east - x), zigzag(north - y)]
    ;[x, y] = [east, north]
    return step
  })
  return writeWide(steps)
}

export function readSteps(text: string, count: number): { lngs: Float64Array; lats: Float64Array } {
  const steps = readWide(text, 2 * count, 'steps')
  const lngs = new Float64Array(count)
  const lats = new Float64Array(count)
  let [x, y] = [0, 0]
  for (let i = 0; i < count; i++) {
    x += unzigzag(steps[2 * i] ?? 0)
    y += unzigzag(steps[2 * i + 1] ?? 0)
    if (Math.abs(x) > 180e6 || Math.abs(y) > 90e6)
      throw new MalformedCatalogue(`steps: ${i} leads off the Earth`)
    lngs[i] = x / 1e6
    lats[i] = y / 1e6
  }
  return { lngs, lats }
}

// Outlet numbers, and the ids that most often are made from them.

/**
 * `codes`: 0 for none, 1 for the next of `spelled`, from 2 for the number above `lowest`.
 * `ids`: of the places that `codes` gives 0 or 1, behind the region and kind they begin with, or whole after "=".
 */
export type Numbering = { lowest: number; codes: string; spelled: string[]; ids: string[] }
type Numbered = Pick<PlaceSummary, 'id' | 'kind' | 'outletNo'>

export function writeNumbering(places: readonly Numbered[], adcode: string): Numbering {
  const counted = places.map(({ id, outletNo }) =>
    outletNo !== null && /^[1-9]\d{0,11}$/.test(outletNo) && id === `${adcode}-${outletNo}`
      ? Number(outletNo)
      : null,
  )
  const lowest = counted.reduce<number>(
    (low, n) => (n === null ? low : Math.min(low, n)),
    Number.MAX_SAFE_INTEGER,
  )
  const spelled: string[] = []
  const ids: string[] = []
  const codes = places.map(({ id, kind, outletNo }, i) => {
    const n = counted[i] ?? null
    if (n !== null) return n - lowest + 2
    const beginning = `${adcode}-${kind}-`
    ids.push(id.startsWith(beginning) ? id.slice(beginning.length) : `=${id}`)
    if (outletNo === null) return 0
    spelled.push(outletNo)
    return 1
  })
  return { lowest, codes: writeWide(codes), spelled, ids }
}

export type OpenNumbering = { id(i: number): string; outletNo(i: number): string | null }

export function openNumbering(
  { lowest, codes, spelled, ids }: Numbering,
  kindOf: (i: number) => PlaceSummary['kind'] | null,
  { adcode, count }: { adcode: string; count: number },
): OpenNumbering {
  const numbers = openWide(codes, count, 'outletNos')
  /** How many are spelled, and how many ids are written, before each place. */
  const spelledBefore = new Uint32Array(count)
  const idsBefore = new Uint32Array(count)
  let [spelledSoFar, idsSoFar] = [0, 0]
  for (let i = 0; i < count; i++) {
    spelledBefore[i] = spelledSoFar
    idsBefore[i] = idsSoFar
    // Most have many bits and are of neither sort: only the short ones are read.
    const code = numbers.bitsAt(i) > 1 ? 2 : numbers.at(i)
    if (code === 1) spelledSoFar++
    if (code < 2) idsSoFar++
  }
  if (spelledSoFar !== spelled.length) throw new MalformedCatalogue('outletNos: too short or too long')
  if (idsSoFar !== ids.length) throw new MalformedCatalogue('ids: too short or too long')
  const outletNo = (i: number): string | null => {
    const code = numbers.at(i)
    if (code >= 2) return String(lowest + code - 2)
    return code === 1 ? (spelled[spelledBefore[i] ?? 0] ?? null) : null
  }
  return {
    outletNo,
    id(i) {
      if (numbers.at(i) >= 2) return `${adcode}-${outletNo(i)}`
      const written = ids[idsBefore[i] ?? 0] ?? ''
      return written.startsWith('=') ? written.slice(1) : `${adcode}-${kindOf(i)}-${written}`
    },
  }
}

// Telephone numbers: a beginning that many share, and up to eight figures that are anyone's.

export type Phones = Table<[string, number] | null> & { digits: string }

export function writePhones(phones: readonly (string | null)[]): Phones {
  let digits = ''
  const beginnings = phones.map((phone): [string, number] | null => {
    if (phone === null) return null
    const own = /\d{0,8}$/.exec(phone)?.[0] ?? ''
    digits += own
    return [phone.slice(0, phone.length - own.length), own.length]
  })
  return { ...writeTable(beginnings, JSON.stringify), digits }
}

/** The telephone number of the place at a position. */
export function openPhones({ digits, ...column }: Phones, count: number): (i: number) => string | null {
  if (/\D/.test(digits)) throw new MalformedCatalogue('phones: not a digit')
  const beginnings = openTable(column, count, 'phones')
  const lengths = beginnings.table.map((beginning) => beginning?.[1] ?? 0)
  const before = new Uint32Array(count)
  let at = 0
  for (let i = 0; i < count; i++) {
    before[i] = at
    at += lengths[beginnings.rows[i] ?? 0] ?? 0
  }
  if (at !== digits.length) throw new MalformedCatalogue('phones: too many or too few digits')
  return (i) => {
    const entry = valueAtRow(beginnings, i)
    if (entry === null) return null
    const [beginning, length] = entry
    const from = before[i] ?? 0
    return beginning + digits.slice(from, from + length)
  }
}

// Dates of verification: most facts of a place are seen on one visit.

/**
 * Dates as days before `latest`. `visits`: for each place 0 where nothing has a date, or its commonest date plus 1.
 * `facts`: for the position and then each amenity, 0 as the visit, 1 no date, or a date plus 2.
 */
export type Dates = { latest: Day; visits: string; facts: string }
type Dated = Pick<PlaceSummary, 'positionVerifiedOn' | 'amenities'>

export function writeDates(places: readonly Dated[]): Dates {
  const days = places.map(({ positionVerifiedOn, amenities }) => [
    positionVerifiedOn,
    ...amenities.map(({ verifiedOn }) => verifiedOn),
  ])
  const latest = days
    .flat()
    .reduce<Day>((last, day) => (day !== null && day > last ? day : last), '2000-01-01')
  const visits: number[] = []
  const facts: number[] = []
  for (const ofPlace of days) {
    const visit = commonest(ofPlace)
    visits.push(visit === null ? 0 : daysBetween(visit, latest) + 1)
    for (const day of ofPlace) facts.push(day === visit ? 0 : day === null ? 1 : daysBetween(day, latest) + 2)
  }
  return { latest, visits: writeCodes(visits, visitCarriers), facts: writeCodes(facts, factCarriers) }
}

function commonest(days: readonly (Day | null)[]): Day | null {
  const counts = new Map<Day, number>()
  for (const day of days) if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1)
  let best: Day | null = null
  for (const [day, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = day
  return best
}

/** The dates of the place at a position: of the position first, then of each of its amenities (`table`, `rows`). */
export function openDates(
  dates: Dates,
  { table, rows }: TableColumn<readonly unknown[]>,
  count: number,
): (i: number) => (Day | null)[] {
  const facts = table.map((amenities) => 1 + amenities.length)
  const before = new Uint32Array(count + 1)
  let at = 0
  for (let i = 0; i < count; i++) {
    at += facts[rows[i] ?? 0] ?? 0
    before[i + 1] = at
  }
  const most = daysBetween('0000-01-01', dates.latest)
  const visits = readColumn(dates.visits, visitCarriers, { count, most: most + 1, column: 'visits' })
  const days = readColumn(dates.facts, factCarriers, { count: at, most: most + 2, column: 'facts' })
  const dayBefore = dayReader(dates.latest)
  return (i) => {
    // 0 as a visit is no date at all, 1 as a fact is none: both then say how many days ago, plus something.
    const visit = (visits[i] ?? 0) + 1
    return Array.from(days.subarray(before[i], before[i + 1]), (fact) => {
      const ago = fact === 0 ? visit : fact
      return ago === 1 ? null : dayBefore(ago - 2)
    })
  }
}

/** A city has some hundred different dates and many thousand facts: each date is worked out once. */
function dayReader(latest: Day): (ago: number) => Day {
  const known = new Map<number, Day>()
  return (ago) => {
    const seen = known.get(ago)
    if (seen !== undefined) return seen
    const day = addDays(latest, -ago)
    known.set(ago, day)
    return day
  }
}
