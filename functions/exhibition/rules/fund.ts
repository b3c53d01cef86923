/** The document of the fund, made of the years that are public. Pure. */
import type { Fund, FundYear } from '../contract/fund'
import type { FundContent } from '../contract/kinds/fund'

/** Null for a year that lacks a figure, which nobody can publish. */
export function shownYear(content: FundContent): FundYear | null {
  const { year, note } = content
  const [sales, prizes, raised] = [content.sales, content.prizes, content.raised].map(figureOf)
  if (!sales || !prizes || !raised) return null
  return {
    year,
    sales,
    prizes,
    raised,
    kept: keptOf(content),
    uses: usesOf(content),
    jobs: jobsOf(content),
    note,
  }
}

/** @param years in any order */
export const fundOf = (region: string, version: number, years: readonly FundContent[]): Fund => ({
  region,
  version,
  years: years.flatMap((content) => shownYear(content) ?? []).sort((a, b) => b.year - a.year),
})

type Written = FundContent['sales']
const figureOf = ({ amount, source, date }: Written) =>
  amount === null || date === null ? null : { amount, source, date }

function keptOf({ kept: { city, province, nation, source, date } }: FundContent): FundYear['kept'] {
  if (city === null || province === null || nation === null || date === null) return null
  return { city, province, nation, source, date }
}

const usesOf = ({ uses }: FundContent): FundYear['uses'] =>
  uses.flatMap(({ id, title, about, places, ...use }) => {
    const figure = figureOf(use)
    return figure ? [{ id, title, about, ...figure, places }] : []
  })

const jobsOf = ({ jobs: { count, source, date } }: FundContent): FundYear['jobs'] =>
  count === null || date === null ? null : { count, source, date }
