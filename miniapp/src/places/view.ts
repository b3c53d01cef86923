/**
 * What a place looks like in words: opening, distance, what was verified, badges, doubts. Pure: the moment
 * is an argument, so that a row, a card and a page can never disagree, and tests need no clock.
 */
import { cityOf } from '@common/city-of'
import { dayOf, daysBetween } from '@common/day'
import type { Calendar, OpenAnswer, Role, ShownPlace } from '@contract/places'
import { fullDistrictName } from '@functions/places/rules/divisions'
import { openAnswer } from '@functions/places/rules/opening'
import { rolesInForce } from '@functions/places/rules/roles'
import { agoText } from '@/shared/time/ago'
import { clockText, monthDay, weekdayName } from '@/shared/time/days'
import { amenityNames, channelNames, doubtNames, kindNames, projectCategoryNames, roleNames } from './words'

/** `tone` picks colour and shape of the sign; `head` is the sign's word, `text` says until when. */
export type OpenLine = { tone: 'open' | 'closed' | 'paused' | 'unknown'; head: string; text: string }

type Dated = Pick<ShownPlace, 'kind' | 'roles' | 'hours'>

/** The opening of a place at `now` (ms), e.g. `营业中` + `开到 21:00`. */
export function openLine(place: Dated, calendar: Calendar, now: number): OpenLine {
  return lineOf(openAnswer(place, calendar, now), place, now)
}

/** The same from an answer already at hand. */
export function lineOf(open: OpenAnswer, place: Dated, now: number): OpenLine {
  switch (open.state) {
    case 'unknown':
      return { tone: 'unknown', head: '时间未知', text: `${isSelling(place) ? '营业' : '开放'}时间未知` }
    case 'open':
      return open.salesPaused
        ? { tone: 'paused', head: '休市', text: pausedText(open.until, place, now) }
        : { tone: 'open', head: isSelling(place) ? '营业中' : '开放中', text: untilText(open.until, now) }
    case 'closed':
      return { tone: 'closed', head: closedHead(open, place), text: opensText(open, now) }
  }
}

/** One line for a row: `开到 21:00`, `明天 08:30 开门`, `休市 · 爱心服务到 21:00`, `装修 · 12月1日 09:00 开门`. */
export function openText(line: OpenLine): string {
  const said = line.tone === 'open' || line.tone === 'unknown' || line.head === '已关门'
  return said ? line.text : `${line.head} · ${line.text}`
}

function isSelling(place: Dated): boolean {
  return place.kind === 'outlet' || place.kind === 'hall'
}

function untilText(until: string | null, now: number): string {
  if (until === null) return '24 小时开放'
  const at = Date.parse(until)
  const minutes = Math.ceil((at - now) / 60_000)
  if (minutes <= 30) return `${minutes} 分钟后关门`
  return spaced('开到', momentText(at, now, true))
}

function pausedText(until: string | null, place: Dated, now: number): string {
  const aid = rolesInForce(place, dayOf(now)).some((role) => role === 'love-aid' || role === 'warm-cabin')
  const service = aid ? '爱心服务' : '便民服务'
  return until === null
    ? `${service} 24 小时`
    : spaced(`${service}到`, momentText(Date.parse(until), now, true))
}

type Closed = Extract<OpenAnswer, { state: 'closed' }>

function closedHead(open: Closed, place: Dated): string {
  if (open.note) return open.note
  switch (open.reason) {
    case 'market-closure':
      return '休市'
    case 'holiday':
      return '放假'
    case 'special-day':
      return isSelling(place) ? '暂停营业' : '暂停开放'
    // Why is not known here: that it is closed, is.
    case 'hours':
    case 'other':
      return '已关门'
  }
}

function opensText(open: Closed, now: number): string {
  if (open.opensAt === null) return '开门时间未定'
  const at = Date.parse(open.opensAt)
  // Weeks ahead the day is what counts.
  if (daysBetween(dayOf(now), dayOf(at)) >= 7) return `${monthDay(dayOf(at))}开门`
  return `${momentText(at, now, false)} 开门`
}

/**
 * A moment as one says it at `now`: `21:00`, `明天 08:30`, `周三 08:30`, `2月21日 08:30`. A closing after
 * midnight (`until`) belongs to the night before: `次日 02:00`. An opening today says so: `今天 13:30`.
 */
function momentText(at: number, now: number, until: boolean): string {
  const away = daysBetween(dayOf(now), dayOf(at))
  const clock = clockText(at)
  if (away <= 0) return until ? clock : `今天 ${clock}`
  if (away === 1 && until) return clock === '00:00' ? '24:00' : `次日 ${clock}`
  if (away === 1) return `明天 ${clock}`
  if (away < 7) return `${weekdayName(dayOf(at))} ${clock}`
  return `${monthDay(dayOf(at))} ${clock}`
}

/** Chinese beside Chinese needs no space, beside a figure it does. */
function spaced(words: string, rest: string): string {
  return /^\d/.test(rest) ? `${words} ${rest}` : `${words}${rest}`
}

/** Days after which what somebody saw may well be otherwise: a season. */
const staleAfter = 90

/** When an amenity was last seen; `stale` where that is so long ago that the day itself should warn. */
export function seenText(verifiedOn: string | null, today: string): { text: string; stale: boolean } {
  if (verifiedOn === null) return { text: '还没有人核实', stale: false }
  if (daysBetween(verifiedOn, today) <= staleAfter)
    return { text: `${agoText(verifiedOn, today)}核实`, stale: false }
  return { text: `${verifiedOn} 核实，可能变了`, stale: true }
}

/**
 * What was seen there last and when, e.g. `饮用水、微波炉，3 天前核实过`: the amenities of the latest date, three
 * at most. `设施未核实` where there are amenities nobody has dated; null where there are none.
 */
export function verifiedText(place: Pick<ShownPlace, 'amenities'>, today: string): string | null {
  if (place.amenities.length === 0) return null
  const dates = place.amenities.flatMap((entry) => entry.verifiedOn ?? [])
  const latest = dates.sort().pop()
  if (latest === undefined) return '设施未核实'
  const names = place.amenities
    .filter((entry) => entry.verifiedOn === latest)
    .map((entry) => amenityNames[entry.amenity])
  const shown = names.slice(0, 3).join('、')
  return `${shown}${names.length > 3 ? '等' : ''}，${agoText(latest, today)}核实过`
}

export type Badge = { key: string; text: string; tone: 'aid' | 'warm' | 'plain' }

const roleTones: Record<Role, Badge['tone']> = {
  'love-aid': 'aid',
  'warm-cabin': 'warm',
  'post-station': 'plain',
  'parcel-point': 'plain',
  exemplary: 'plain',
  'lottery-supermarket': 'plain',
}

/** The roles in force on `today`, then where it is found if that is not the street; a kind of its own comes first. */
export function badges(
  place: Pick<ShownPlace, 'kind' | 'roles' | 'channel' | 'project'>,
  today: string,
): Badge[] {
  const roles = rolesInForce(place, today).map((role) => ({
    key: role,
    text: roleNames[role],
    tone: roleTones[role],
  }))
  const first: Badge[] =
    place.kind === 'outlet' ? [] : [{ key: place.kind, text: kindNames[place.kind], tone: 'plain' }]
  const category: Badge[] = place.project
    ? [{ key: place.project.category, text: projectCategoryNames[place.project.category], tone: 'plain' }]
    : []
  const channel: Badge[] =
    place.channel && place.channel !== 'street'
      ? [{ key: place.channel, text: channelNames[place.channel], tone: 'plain' }]
      : []
  return [...first, ...category, ...roles, ...channel]
}

/** `有人说这里锁着门（11月18日起）`, `有人说饮用水已经用完（11月18日起）`: one sentence a doubt. */
export function doubtTexts(place: Pick<ShownPlace, 'doubts'>): string[] {
  return place.doubts.map(({ fact, amenity, since }) => {
    const said = amenity ? `有人说${amenityNames[amenity]}已经用完` : doubtNames[fact]
    return `${said}（${monthDay(since)}起）`
  })
}

/** Whole yuan as a citizen reads them: `8,600 元`, `120 万元`, `1.35 亿元`. */
export function yuanText(yuan: number): string {
  if (yuan < 10_000) return `${yuan.toLocaleString('en-US')} 元`
  if (yuan < 100_000_000) return `${trimmed(yuan / 10_000, 1)} 万元`
  return `${trimmed(yuan / 100_000_000, 2)} 亿元`
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)))
}

/** `养老服务 · 2023 年 · 120 万元`; null for what the fund did not pay for. */
export function projectText(place: Pick<ShownPlace, 'project'>): string | null {
  const project = place.project
  return project
    ? `${projectCategoryNames[project.category]} · ${project.year} 年 · ${yuanText(project.amount)}`
    : null
}

/** 清江浦区; a place itself has the short name. */
export function districtText({ id, district }: Pick<ShownPlace, 'id' | 'district'>): string {
  return fullDistrictName(cityOf(id), district)
}

/** The address, with the district before it unless it is said already. */
export function whereText(place: Pick<ShownPlace, 'id' | 'district' | 'address'>): string {
  const { district, address } = place
  const full = districtText(place)
  return address.includes(full) || address.startsWith(district) ? address : `${full} ${address}`
}
