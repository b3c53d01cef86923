import type { FundYear } from '@functions/exhibition/contract/fund'
import { type FundContent, fundTitle } from '@functions/exhibition/contract/kinds/fund'
import { goPlace } from '@/places/go'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Heading } from '@/shared/components/heading'
import { Stack } from '@/shared/components/stack'
import { FundYearView } from '../../fund/year'

/** A year as visitors will see it; what is not written yet is nothing. */
export function FundPreview({ content }: { content: FundContent }) {
  const nameOf = usePlaceName()
  return (
    <Stack gap={3}>
      <Heading level={2} size="page">
        {fundTitle(content.year)}
      </Heading>
      <FundYearView year={shownYear(content)} nameOf={nameOf} onPlace={goPlace} />
    </Stack>
  )
}

function shownYear({ year, sales, prizes, raised, kept, uses, jobs, note }: FundContent): FundYear {
  const figure = <T extends FundContent['sales']>(one: T) => ({
    ...one,
    amount: one.amount ?? 0,
    date: one.date ?? '',
  })
  const { city, province, nation } = kept
  const isKept = city !== null && province !== null && nation !== null
  return {
    ...{ year, note, sales: figure(sales), prizes: figure(prizes), raised: figure(raised) },
    kept: isKept ? { ...kept, city, province, nation, date: kept.date ?? '' } : null,
    uses: uses.map(figure),
    jobs: jobs.count === null ? null : { ...jobs, count: jobs.count, date: jobs.date ?? '' },
  }
}
