/**
 * The fields of a place that a plain column or table would write too long: each as a pair of functions, one that
 * writes it for the catalogue and one that reads it. All positions are those of the catalogue's order.
 */
import { addDays, type Day, daysBetween } from '../../shared/day'
import type { PlaceSummary, Point } from '../contract'
import {
  MalformedCatalogue,
  readCodes,
  readTable,
  readWide,
  type Table,
  unzigzag,
  writeCodes,
  writeTable,
  writeWide,
  zigzag,
} from './columns'

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

export function readSteps(text: string, count: number): { lngs: number[]; lats: number[] } {
  const steps = readWide(text, 2 * count, 'steps')
  const lngs: number[] = []
  const lats: number[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i < steps.length; i += 2) {
    x += unzigzag(steps[i] ?? 0)
    y += unzigzag(steps[i + 1] ?? 0)
    if (Math.abs(x) > 180e6 || Math.abs(y) > 90e6)
      throw new MalformedCatalogue(`steps: ${i / 2} leads off the Earth`)
    lngs.push(x / 1e6)
    lats.push(y / 1e6)
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

export function readNumbering(
  { lowest, codes, spelled, ids }: Numbering,
  kinds: readonly (PlaceSummary['kind'] | null)[],
  adcode: string,
): { ids: string[]; outletNos: (string | null)[] } {
  const nextSpelled = drain(spelled, 'outletNos')
  const nextId = drain(ids, 'ids')
  const numbers = readWide(codes, kinds.length, 'outletNos')
  const outletNos = numbers.map((code) => {
    if (code >= 2) return String(lowest + code - 2)
    return code === 1 ? nextSpelled.take() : null
  })
  const read = numbers.map((code, i) => {
    if (code >= 2) return `${adcode}-${outletNos[i]}`
    const written = nextId.take()
    return written.startsWith('=') ? written.slice(1) : `${adcode}-${kinds[i]}-${written}`
  })
  nextSpelled.finish()
  nextId.finish()
  return { ids: read, outletNos }
}

/** Hands out a list one by one; too few or left over means that two columns do not belong together. */
function drain<T>(list: readonly T[], column: string): { take: () => T; finish: () => void } {
  let next = 0
  return {
    take: () => {
      const one = list[next++]
      if (one === undefined) throw new MalformedCatalogue(`${column}: too short`)
      return one
    },
    finish: () => {
      if (next !== list.length) throw new MalformedCatalogue(`${column}: too long`)
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

export function readPhones({ digits, ...column }: Phones, count: number): (string | null)[] {
  if (/\D/.test(digits)) throw new MalformedCatalogue('phones: not a digit')
  let at = 0
  const phones = readTable(column, count, 'phones').map((entry) => {
    if (entry === null) return null
    const [beginning, length] = entry
    at += length
    return beginning + digits.slice(at - length, at)
  })
  if (at !== digits.length) throw new MalformedCatalogue('phones: too many or too few digits')
  return phones
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

/** The dates of all facts one after the other: for each place `factsOf[i]` of them, the position's first. */
export function readDates(dates: Dates, factsOf: readonly number[]): (Day | null)[] {
  const visits = readCodes(dates.visits, visitCarriers, factsOf.length, 'visits')
  const total = factsOf.reduce((sum, facts) => sum + facts, 0)
  const facts = readCodes(dates.facts, factCarriers, total, 'facts')
  const dayBefore = dayReader(dates.latest)
  let end = 0
  factsOf.forEach((count, i) => {
    const visit = visits[i] ?? 0
    const start = end
    end += count
    // 0 as a visit is no date at all, 1 as a fact is none: both then say how many days ago, plus something.
    for (let at = start; at < end; at++) if (facts[at] === 0) facts[at] = visit + 1
  })
  return facts.map((fact) => (fact === 1 ? null : dayBefore(fact - 2)))
}

/** A city has some hundred different dates and many thousand facts: each date is worked out once. */
function dayReader(latest: Day): (ago: number) => Day {
  const known = new Map<number, Day>()
  return (ago) => {
    const seen = known.get(ago)
    if (seen !== undefined) return seen
    const day = ago < 700_000 ? addDays(latest, -ago) : ''
    if (!/^\d{4}-/.test(day)) throw new MalformedCatalogue(`dates: ${ago} days ago`)
    known.set(ago, day)
    return day
  }
}
