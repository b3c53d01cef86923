/** Two years of the fund as visitors read them: made here, so that no test waits for what is written. */
import { type Fund, type FundYear, fundSchema } from '../../../functions/exhibition/contract/fund'

const million = 100_000_000
const origin = { source: '市财政局公告', date: '2026-06-30' }
const figure = (amount: number) => ({ amount: amount * million, ...origin })

const use = (id: string, title: string, amount: number, places: string[] = []) => ({
  ...{ id, title, about: `${title}的钱用在床位和器材上。`, ...figure(amount) },
  places,
})

/** Of 360 million yuan 198 are won, 108 raised, of which the city has 38 and spends 36. */
export const aFundYear = (overrides: Partial<FundYear> = {}): FundYear => ({
  year: 2025,
  sales: figure(360),
  prizes: figure(198),
  raised: figure(108),
  kept: { city: 38 * million, province: 16 * million, nation: 54 * million, ...origin },
  uses: [use('a', '扶老', 21), use('b', '救孤', 9), use('c', '济困', 6)],
  jobs: { count: 905, ...origin },
  note: '器材里有一半是前一年订的。',
  ...overrides,
})

/** @param places ids of places of the map that the first use of the newest year names */
export const aFund = (places: string[] = []): Fund =>
  fundSchema.parse({
    region: '320800',
    version: 4,
    years: [
      aFundYear({ uses: [use('a', '扶老', 21, places), use('b', '救孤', 9), use('c', '济困', 6)] }),
      aFundYear({
        year: 2024,
        kept: null,
        jobs: null,
        note: '',
        raised: figure(100),
        uses: [use('a', '扶老', 20)],
      }),
    ],
  })
