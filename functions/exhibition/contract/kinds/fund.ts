/**
 * What became of the money of a year: sales, prizes, the welfare fund raised and who keeps it, what the city spent it on, the jobs. A
 * figure may be missing in a draft; what has to be there before publication is `findingsIn`.
 */
import { daySchema, manyLines, oneLine, placeIdSchema } from '../../../shared/contract'
import * as z from '../../../shared/zod'
import type { EntryFinding, Kind } from './kind'
import { written } from './written'

const line = (longest: number) => z.string().check(z.maxLength(longest), oneLine)

export const firstFundYear = 1987
export const mostUses = 12
export const mostUsePlaces = 8
/** Fen: ten thousand times what a province sells in a year is still exact. */
const amountSchema = z.int().check(z.minimum(0), z.maximum(1e14))

/** Where a figure is from, and the day that it is of. */
const origin = { source: line(80), date: z.nullable(daySchema) }
/** `amount`: fen. */
const figureSchema = z.strictObject({ amount: z.nullable(amountSchema), ...origin })

export const fundUseSchema = z.strictObject({
  /** Unique within the year; kept when it is moved or changed. */
  id: z.string().check(z.regex(/^[0-9a-z]{1,16}$/)),
  title: line(30),
  /** In a sentence or two: for whom, how many. */
  about: line(120),
  /** Fen. */
  amount: z.nullable(amountSchema),
  ...origin,
  /** Of the map: what was built or paid with it. */
  places: z.array(placeIdSchema).check(z.maxLength(mostUsePlaces)),
})
export type FundUse = z.infer<typeof fundUseSchema>

const haveDifferentIds = (uses: readonly FundUse[]) => new Set(uses.map(({ id }) => id)).size === uses.length

export const fundContentSchema = z.strictObject({
  kind: z.literal('fund'),
  year: z.int().check(z.minimum(firstFundYear), z.maximum(2100)),
  sales: figureSchema,
  prizes: figureSchema,
  /** The welfare fund raised in the city; the sum of what is kept. */
  raised: figureSchema,
  /** Fen, of the fund that was raised, with its source; all of them or none. */
  kept: z.strictObject({
    city: z.nullable(amountSchema),
    province: z.nullable(amountSchema),
    nation: z.nullable(amountSchema),
    ...origin,
  }),
  /** As visitors read them. */
  uses: z
    .array(fundUseSchema)
    .check(z.maxLength(mostUses), z.refine(haveDifferentIds, { error: 'must have uses of different ids' })),
  jobs: z.strictObject({ count: z.nullable(z.int().check(z.minimum(0), z.maximum(9_999_999))), ...origin }),
  /** What a reader has to know of these figures. */
  note: z.string().check(z.maxLength(400), manyLines),
})
export type FundContent = z.infer<typeof fundContentSchema>

export const fundTitle = (year: number): string => `${year} 年公益金`

export const fundKind: Kind<FundContent> = {
  // Of years the last comes first.
  cardOf: ({ year }) => ({ gallery: '', position: 9_999 - year, title: fundTitle(year) }),
  nameOf: ({ year }) => String(year),
  textsOf: ({ sales, prizes, raised, kept, jobs, uses, note }) => [
    ...Object.entries({ sales, prizes, raised, kept, jobs }).flatMap(([field, { source }]) =>
      written({ [`${field}.source`]: source }),
    ),
    ...uses.flatMap(({ title, about, source }, i) =>
      written({ [`uses.${i}.title`]: title, [`uses.${i}.about`]: about, [`uses.${i}.source`]: source }),
    ),
    ...written({ note }),
  ],
  findingsIn: (content) => [...lacksOf(content), ...sumsOf(content)],
}

/** What the figures of `kept` come to; null where none is given, or one is missing. */
export function keptSum({ kept: { city, province, nation } }: Pick<FundContent, 'kept'>): number | null {
  return city === null || province === null || nation === null ? null : city + province + nation
}

export const spentSum = ({ uses }: Pick<FundContent, 'uses'>): number =>
  uses.reduce((sum, { amount }) => sum + (amount ?? 0), 0)

/** What the city can have spent of the year's fund: its own part, or all of it where the parts are not known. */
export const spendable = ({ kept, raised }: Pick<FundContent, 'kept' | 'raised'>): number | null =>
  kept.city ?? raised.amount

type Origin = { source: string; date: string | null }
const found = (field: string, code: string): EntryFinding => ({ block: '', field, code })
const originLacks = (field: string, { source, date }: Origin): EntryFinding[] => [
  ...(source.trim() === '' ? [found(`${field}.source`, 'source-missing')] : []),
  ...(date === null ? [found(`${field}.date`, 'date-missing')] : []),
]
const amountLacks = (field: string, amount: number | null): EntryFinding[] =>
  amount === null ? [found(`${field}.amount`, 'amount-missing')] : []

function lacksOf({ sales, prizes, raised, kept, uses, jobs }: FundContent): EntryFinding[] {
  const parts = [kept.city, kept.province, kept.nation]
  return [
    ...Object.entries({ sales, prizes, raised }).flatMap(([field, figure]) => [
      ...amountLacks(field, figure.amount),
      ...originLacks(field, figure),
    ]),
    ...(parts.some((part) => part !== null) ? originLacks('kept', kept) : []),
    ...(parts.some((part) => part !== null) && parts.includes(null) ? [found('kept', 'parts-missing')] : []),
    ...(uses.length === 0 ? [found('uses', 'uses-missing')] : []),
    ...uses.flatMap((use, i) => [
      ...(use.title.trim() === '' ? [found(`uses.${i}.title`, 'text-missing')] : []),
      ...amountLacks(`uses.${i}`, use.amount),
      ...originLacks(`uses.${i}`, use),
    ]),
    ...(jobs.count === null ? [] : originLacks('jobs', jobs)),
  ]
}

function sumsOf(content: FundContent): EntryFinding[] {
  const { sales, prizes, raised, note } = content
  const kept = keptSum(content)
  const most = spendable(content)
  const isOver = sales.amount !== null && (prizes.amount ?? 0) + (raised.amount ?? 0) > sales.amount
  const isOverspent = most !== null && spentSum(content) > most
  return [
    ...(isOver ? [found('sales', 'more-than-sold')] : []),
    ...(kept !== null && raised.amount !== null && kept !== raised.amount
      ? [found('kept', 'parts-unlike-raised')]
      : []),
    ...(isOverspent && note.trim() === '' ? [found('note', 'overspent-without-note')] : []),
  ]
}
