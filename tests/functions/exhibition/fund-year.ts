import type { FundContent } from '../../../functions/exhibition/contract/kinds/fund'

const origin = { source: '市财政局公告', date: '2026-06-30' }

/** A complete year: of 100 yuan 55 are won, 30 raised, of which the city has 10 and spends 7. */
export const aYear = (change: Partial<FundContent> = {}): FundContent => ({
  kind: 'fund',
  year: 2025,
  sales: { amount: 100_00, ...origin },
  prizes: { amount: 55_00, ...origin },
  raised: { amount: 30_00, ...origin },
  kept: { city: 10_00, province: 5_00, nation: 15_00, ...origin },
  uses: [
    {
      ...{ id: 'a', title: '扶老', about: '护理床位', amount: 7_00, ...origin },
      places: ['371600-project-0a1b2c3d'],
    },
  ],
  jobs: { count: 905, ...origin },
  note: '',
  ...change,
})
