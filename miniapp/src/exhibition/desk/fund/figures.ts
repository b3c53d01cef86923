/** A year of the fund figure by figure, each with its source and day, to be compared. Pure. */
import type { FundContent } from '@functions/exhibition/contract/kinds/fund'
import { exactText } from '../../fund/money'

type Origin = { source: string; date: string | null }

const textOf = (words: string, { source, date }: Origin): string =>
  [words, source, date && `截至 ${date}`].filter(Boolean).join('，')
const money = (amount: number | null): string => (amount === null ? '' : `${exactText(amount)} 万元`)
const figure = (one: Origin & { amount: number | null }): string => textOf(money(one.amount), one)

/** By its name, in the order of the form. */
export function figuresOf({ year, sales, prizes, raised, kept, uses, jobs, note }: FundContent) {
  const figures = new Map([
    ['年份', String(year)],
    ['销售', figure(sales)],
    ['奖金', figure(prizes)],
    ['筹集公益金', figure(raised)],
    ['留在本市', textOf(money(kept.city), kept)],
    ['省里统筹', textOf(money(kept.province), kept)],
    ['上缴中央', textOf(money(kept.nation), kept)],
  ])
  for (const use of uses) {
    const words = [figure(use), use.about, use.places.length > 0 && `地图上 ${use.places.length} 处`]
    figures.set(free(`用途：${use.title}`, figures), words.filter(Boolean).join('；'))
  }
  figures.set('用途的次序', uses.map(({ title }) => title).join('、'))
  figures.set('就业岗位', textOf(jobs.count === null ? '' : `${jobs.count} 个`, jobs))
  figures.set('说明', note)
  return Object.fromEntries(figures)
}

/** Two uses may have one name. */
function free(name: string, taken: ReadonlyMap<string, string>): string {
  for (let n = 1; ; n++) {
    const one = n === 1 ? name : `${name}（${n}）`
    if (!taken.has(one)) return one
  }
}
