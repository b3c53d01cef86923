/** A gift as it stands in the form: texts as typed, until they make a gift that the server can take. Pure. */
import { addDays, type Day, dayOf, startOfDay } from '@common/day'
import { type GiftCategory, giftCategories, type StaffGift } from '@contract/points'
import { typedDay, wholeNumber } from '@/desk/typed'
import { measureNames } from '@/points/words'
import { pointsText } from '@/shared/components/points'
import { personalNumberProblem } from '@/shared/messages/personal-number'

export type GiftDraft = {
  name: string
  /** Null until one is picked, where the gift has one that this version does not know. */
  category: GiftCategory | null
  about: string
  price: string
  /** Empty: as many as one likes. */
  perPerson: string
  /** First and last day on sale, both included; empty: no limit. */
  onSaleFrom: string
  onSaleUntil: string
  outlets: string[]
  isPublished: boolean
}
export type GiftField = keyof GiftDraft

export const emptyDraft: GiftDraft = {
  name: '',
  category: 'charity-goods',
  about: '',
  price: '',
  perPerson: '1',
  onSaleFrom: '',
  onSaleUntil: '',
  outlets: [],
  isPublished: false,
}

export function draftOf(gift: StaffGift): GiftDraft {
  return {
    name: gift.name,
    category: giftCategories.find((known) => known === gift.category) ?? null,
    about: gift.about,
    price: String(gift.price),
    perPerson: gift.perPerson === null ? '' : String(gift.perPerson),
    onSaleFrom: gift.onSaleFrom === null ? '' : dayOf(Date.parse(gift.onSaleFrom)),
    onSaleUntil: gift.onSaleUntil === null ? '' : dayOf(Date.parse(gift.onSaleUntil)),
    outlets: gift.outlets,
    isPublished: gift.isPublished,
  }
}

const longestName = 40
const longestAbout = 500
const mostOutlets = 200

/** What is still wrong, by field, in words. Empty: it can be saved. */
export function problemsOf(draft: GiftDraft): Partial<Record<GiftField, string>> {
  const found: Partial<Record<GiftField, string>> = {}
  const name = draft.name.trim()
  if (name === '') found.name = '写上名称'
  else if (name.length > longestName) found.name = `最多 ${longestName} 个字，现在 ${name.length} 个`
  if (draft.category === null) found.category = '选一个类别'
  const about = draft.about.trim()
  if (about === '') found.about = '写一句这是什么、多大、怎么用'
  else if (about.length > longestAbout) found.about = `最多 ${longestAbout} 个字，现在 ${about.length} 个`
  const inName = personalNumberProblem(name)
  if (inName) found.name = inName
  const inAbout = personalNumberProblem(about, ['id-number', 'bank-card'])
  if (inAbout) found.about = inAbout
  const price = wholeNumber(draft.price)
  if (price === null || price < 1 || price > 100_000) found.price = '1 到 100000 之间的整数'
  const perPerson = draft.perPerson.trim() === '' ? 1 : wholeNumber(draft.perPerson)
  if (perPerson === null || perPerson < 1 || perPerson > 100)
    found.perPerson = '1 到 100 之间的整数，不限就留空'
  if (draft.outlets.length === 0) found.outlets = '至少选一个能取的网点'
  else if (draft.outlets.length > mostOutlets)
    found.outlets = `最多 ${mostOutlets} 个，现在 ${draft.outlets.length} 个`
  return { ...found, ...daysWrong(draft) }
}

/** True while a field that must be filled is empty. */
export function isIncomplete({ name, category, about, price, outlets }: GiftDraft): boolean {
  return [name, about, price].some((text) => text.trim() === '') || category === null || outlets.length === 0
}

function daysWrong({ onSaleFrom, onSaleUntil }: GiftDraft): Partial<Record<GiftField, string>> {
  const found: Partial<Record<GiftField, string>> = {}
  const from = typedDay(onSaleFrom)
  const until = typedDay(onSaleUntil)
  if (onSaleFrom.trim() !== '' && from === null) found.onSaleFrom = '写成 2026-03-05 这样'
  if (onSaleUntil.trim() !== '' && until === null) found.onSaleUntil = '写成 2026-03-05 这样'
  if (from !== null && until !== null && until < from) found.onSaleUntil = '最后一天在第一天之前'
  return found
}

/** The request: days become the first and the last moment of them in China. Null while something is wrong. */
export function fieldsOf(draft: GiftDraft, before: StaffGift | null) {
  if (draft.category === null || Object.keys(problemsOf(draft)).length > 0) return null
  const from = typedDay(draft.onSaleFrom)
  const until = typedDay(draft.onSaleUntil)
  return {
    name: draft.name.trim(),
    category: draft.category,
    about: draft.about.trim(),
    price: wholeNumber(draft.price) ?? 0,
    perPerson: draft.perPerson.trim() === '' ? null : wholeNumber(draft.perPerson),
    onSaleFrom: instantOf(from, before?.onSaleFrom ?? null, startOfDay),
    onSaleUntil: instantOf(until, before?.onSaleUntil ?? null, (day) => startOfDay(addDays(day, 1)) - 1000),
    outlets: draft.outlets,
  }
}

/** A moment that was set elsewhere keeps its hour as long as nobody touches the day. */
function instantOf(day: Day | null, before: string | null, edge: (day: Day) => number): string | null {
  if (day === null) return null
  if (before !== null && dayOf(Date.parse(before)) === day) return before
  return new Date(edge(day)).toISOString()
}

/** Pieces that can still be ordered. */
export const leftOf = ({ total, taken }: Pick<StaffGift, 'total' | 'taken'>): number => total - taken

/** `100+` where the server counted no further. */
export const waitingText = ({ waiting, moreWaiting }: Pick<StaffGift, 'waiting' | 'moreWaiting'>): string =>
  `${pointsText(waiting)}${moreWaiting ? '+' : ''}`

/** Pieces that people ordered, handed over or not: without those kept for somebody who waits. */
export const orderedOf = ({ taken, held = 0 }: Pick<StaffGift, 'taken' | 'held'>): number => taken - held

/** Pieces ordered and not handed over yet. */
export const toFetchOf = (gift: Pick<StaffGift, 'taken' | 'held' | 'handedOver'>): number =>
  orderedOf(gift) - gift.handedOver

/**
 * What a change of stock means for people, said before it is done; null while the number means nothing. `change` is
 * null where it cannot be done.
 */
export function stockSentence(
  gift: StaffGift,
  typed: string,
): { change: number | null; text: string } | null {
  const change = wholeNumber(typed)
  if (change === null || change === 0 || Math.abs(change) > 10_000) return null
  const left = leftOf(gift)
  const piece = measureNames[gift.category]
  if (change < 0) {
    return -change > left
      ? { change: null, text: `只剩 ${left} ${piece}没被兑换，最多减 ${left} ${piece}。` }
      : {
          change,
          text: `还能兑换的从 ${left} ${piece}变成 ${left + change} ${piece}。已经兑换的 ${orderedOf(gift)} ${piece}不受影响。`,
        }
  }
  const first = Math.min(change, gift.waiting)
  const atLeast = gift.moreWaiting && first < change ? '至少' : ''
  const waiting = first > 0 ? `其中${atLeast} ${first} ${piece}为排队的人保留，按先后各留 48 小时。` : ''
  return { change, text: `还能兑换的从 ${left} ${piece}变成 ${left + change} ${piece}。${waiting}` }
}

export type GiftStatus = { word: string; tone: 'open' | 'doubt' | 'closed' }

/** Where a gift stands, in one word for the list. `now` in ms. */
export function statusOf(gift: StaffGift, now: number): GiftStatus {
  if (!gift.isPublished) return { word: '未上架', tone: 'closed' }
  if (gift.onSaleFrom !== null && now < Date.parse(gift.onSaleFrom))
    return { word: '还没开始', tone: 'closed' }
  if (gift.onSaleUntil !== null && now > Date.parse(gift.onSaleUntil))
    return { word: '已结束', tone: 'closed' }
  if (leftOf(gift) <= 0) return { word: gift.held ? '为排队的人保留' : '已兑完', tone: 'doubt' }
  return { word: '兑换中', tone: 'open' }
}

/** What publishing or taking down, or a new price, changes for people; empty where nothing does. */
export function consequences(before: StaffGift | null, draft: GiftDraft): string[] {
  if (before === null) return ['先存成未上架的礼品，市民还看不到。加好图片和库存再上架。']
  const said: string[] = []
  const piece = measureNames[before.category]
  if (!before.isPublished && draft.isPublished) said.push('复核通过后市民马上能看到它，有积分的就能兑换。')
  if (before.isPublished && !draft.isPublished) {
    const fetching = toFetchOf(before)
    const ordered = fetching > 0 ? `已经兑换、还没取的 ${fetching} ${piece}照常能取。` : ''
    const held = before.held ? `为排队的人保留的 ${before.held} ${piece}不能再兑换。` : ''
    said.push(`保存后市民看不到它了。${ordered}${held}`)
  }
  const price = wholeNumber(draft.price)
  if (price !== null && price !== before.price)
    said.push(`之后兑换要 ${price} 分（原来 ${before.price} 分）。已经兑换的不变。`)
  const gone = before.outlets.filter((outlet) => !draft.outlets.includes(outlet))
  if (gone.length > 0) said.push(`以后不能再选去 ${gone.length} 个移走的网点取。已经选了那里的照常能取。`)
  return said
}

/** Name of every field, for the two versions side by side. */
export const giftFieldNames: Record<GiftField, string> = {
  name: '名称',
  category: '类别',
  about: '说明',
  price: '积分',
  perPerson: '每人最多',
  onSaleFrom: '开始',
  onSaleUntil: '结束',
  outlets: '取货网点',
  isPublished: '上架状态',
}
