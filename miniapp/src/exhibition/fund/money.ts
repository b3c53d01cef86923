/** Amounts of the fund in words, and what a yuan is made of. Pure. */
import type { FundYear } from '@functions/exhibition/contract/fund'
import { numberText } from '@/shared/blocks/words'

/** In fen. */
const [yuan, tenThousand, hundredMillion] = [100, 1_000_000, 10_000_000_000]

const rounded = (value: number): number => Math.round(value * 100) / 100

/** To be read at a glance, e.g. `3.56 亿元`, `2,130 万元`, `5,000 元`. */
export function amountText(fen: number): string {
  if (fen >= hundredMillion) return `${numberText(rounded(fen / hundredMillion))} 亿元`
  return fen >= tenThousand
    ? `${numberText(rounded(fen / tenThousand))} 万元`
    : `${numberText(rounded(fen / yuan))} 元`
}

/** To the last fen, in ten thousand yuan and without the unit. */
export const exactText = (fen: number): string => numberText(fen / tenThousand)

export type Part = { name: string; amount: number }

/** What was sold: won, raised, and what is left for selling, as the law names the three. Empty where these do not add up. */
export function partsOfSales({ sales, prizes, raised }: FundYear): Part[] {
  const rest = sales.amount - prizes.amount - raised.amount
  if (sales.amount <= 0 || rest < 0) return []
  return [
    { name: '奖金', amount: prizes.amount },
    { name: '公益金', amount: raised.amount },
    { name: '发行费', amount: rest },
  ]
}

/** In whole hundredths of their sum, which add up to 100: what was cut off most gets one more first. */
export function hundredths(parts: readonly Part[]): number[] {
  const sum = parts.reduce((all, { amount }) => all + amount, 0)
  if (sum <= 0) return parts.map(() => 0)
  const shares = parts.map(({ amount }) => (amount * 100) / sum)
  const whole = shares.map(Math.floor)
  const left = 100 - whole.reduce((all, one) => all + one, 0)
  const order = shares.map((share, at) => ({ at, cut: share % 1 })).sort((a, b) => b.cut - a.cut)
  const more = new Set(order.slice(0, left).map(({ at }) => at))
  return whole.map((one, at) => (more.has(at) ? one + 1 : one))
}

/** Of one yuan: `5 角 5 分`, `3 角`, `4 分`. */
export function coinsText(hundredth: number): string {
  const [jiao, fen] = [Math.floor(hundredth / 10), hundredth % 10]
  if (hundredth === 100) return '1 元'
  if (jiao === 0) return `${fen} 分`
  return fen === 0 ? `${jiao} 角` : `${jiao} 角 ${fen} 分`
}

/** How long a bar is, in percent of its track; something is never nothing. */
export const barWidth = (amount: number, most: number): number =>
  amount <= 0 || most <= 0 ? 0 : Math.max(1, Math.round((amount * 100) / most))

export const spentOf = ({ uses }: Pick<FundYear, 'uses'>): number =>
  uses.reduce((sum, { amount }) => sum + amount, 0)
