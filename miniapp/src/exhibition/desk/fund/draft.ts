/** A year of the fund as it is written in the form. Pure. */
import { contentSchema, type Entry } from '@functions/exhibition/contract/entries'
import { type FundContent, firstFundYear } from '@functions/exhibition/contract/kinds/fund'
import { wholeNumber } from '@/desk/typed'
import { fenTyped, typedOf } from './typed'

export type OriginDraft = { source: string; date: string | null }
/** `amount`: in ten thousand yuan, as typed. */
export type FigureDraft = OriginDraft & { amount: string }
export type UseDraft = FigureDraft & { id: string; title: string; about: string; places: readonly string[] }

export type FundDraft = {
  year: string
  sales: FigureDraft
  prizes: FigureDraft
  raised: FigureDraft
  kept: OriginDraft & { city: string; province: string; nation: string }
  uses: readonly UseDraft[]
  jobs: OriginDraft & { count: string }
  note: string
}

export const fundFieldNames: Record<keyof FundDraft, string> = {
  year: '年份',
  sales: '销售',
  prizes: '奖金',
  raised: '筹集公益金',
  kept: '公益金归哪里',
  uses: '本市使用',
  jobs: '就业岗位',
  note: '说明',
}

const none = { source: '', date: null }
const noFigure: FigureDraft = { amount: '', ...none }
export const emptyFund: FundDraft = {
  year: '',
  sales: noFigure,
  prizes: noFigure,
  raised: noFigure,
  kept: { city: '', province: '', nation: '', ...none },
  uses: [],
  jobs: { count: '', ...none },
  note: '',
}

export function fundDraftOf(entry: Pick<Entry, 'content'> | null): FundDraft {
  if (entry?.content.kind !== 'fund') return emptyFund
  const { kind: _, year, kept, uses, jobs, note, ...figures } = entry.content
  const figure = <T extends { amount: number | null }>(one: T) => ({ ...one, amount: typedOf(one.amount) })
  const { city, province, nation, ...origin } = kept
  return {
    year: String(year),
    sales: figure(figures.sales),
    prizes: figure(figures.prizes),
    raised: figure(figures.raised),
    kept: { city: typedOf(city), province: typedOf(province), nation: typedOf(nation), ...origin },
    uses: uses.map(figure),
    jobs: { ...jobs, count: jobs.count === null ? '' : String(jobs.count) },
    note,
  }
}

/** As it is sent; null while something typed is no number, or too long. */
export function fundContentOf(draft: FundDraft): FundContent | null {
  const figure = <T extends FigureDraft>(one: T) => ({
    ...one,
    source: one.source.trim(),
    amount: fenTyped(one.amount),
  })
  const { kept, jobs } = draft
  const parsed = contentSchema.safeParse({
    kind: 'fund',
    year: wholeNumber(draft.year),
    sales: figure(draft.sales),
    prizes: figure(draft.prizes),
    raised: figure(draft.raised),
    kept: {
      ...kept,
      source: kept.source.trim(),
      city: fenTyped(kept.city),
      province: fenTyped(kept.province),
      nation: fenTyped(kept.nation),
    },
    uses: draft.uses.map((use) => ({ ...figure(use), title: use.title.trim(), about: use.about.trim() })),
    jobs: {
      ...jobs,
      source: jobs.source.trim(),
      count: jobs.count.trim() === '' ? null : (wholeNumber(jobs.count) ?? 'wrong'),
    },
    note: draft.note.trim(),
  })
  return parsed.success && parsed.data.kind === 'fund' ? parsed.data : null
}

/** In words; null: nothing, or it can be read. */
export const yearProblem = (typed: string): string | null =>
  typed.trim() === '' || isWithin(typed, firstFundYear, 2_100) ? null : '写四位数的年份，例如 2025'
export const countProblem = (typed: string): string | null =>
  typed.trim() === '' || isWithin(typed, 0, 9_999_999) ? null : '写整数，例如 320'

function isWithin(typed: string, least: number, most: number): boolean {
  const number = wholeNumber(typed)
  return number !== null && number >= least && number <= most
}

/** Its words as a content, whatever is wrong with its figures: what the law forbids to say stands in the words. */
export function unfinishedFund({ sales, prizes, raised, kept, uses, jobs, note }: FundDraft): FundContent {
  const figure = ({ source }: OriginDraft) => ({ amount: null, source, date: null })
  return {
    ...{
      kind: 'fund',
      year: firstFundYear,
      sales: figure(sales),
      prizes: figure(prizes),
      raised: figure(raised),
    },
    kept: { city: null, province: null, nation: null, source: kept.source, date: null },
    uses: uses.map(({ id, title, about, source }) => ({
      ...{ id, title, about, source, amount: null, date: null },
      places: [],
    })),
    ...{ jobs: { count: null, source: jobs.source, date: null }, note },
  }
}

/** One row up or down. */
export function moved<T>(rows: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const next = [...rows]
  const [row] = next.splice(from, 1)
  if (row === undefined) return rows
  next.splice(from + by, 0, row)
  return next
}

/** In words, to be chosen from where two people changed it. */
export function fundText(value: FundDraft[keyof FundDraft]): string {
  if (typeof value === 'string') return value
  if ('count' in value)
    return [value.count && `${value.count} 个`, value.source, value.date].filter(Boolean).join('，')
  if ('city' in value)
    return `本市 ${value.city}，省 ${value.province}，中央 ${value.nation}（万元）${value.source}`
  if ('amount' in value)
    return [value.amount && `${value.amount} 万元`, value.source, value.date].filter(Boolean).join('，')
  return value.map(({ title, amount }) => `${title} ${amount} 万元`).join('；')
}
