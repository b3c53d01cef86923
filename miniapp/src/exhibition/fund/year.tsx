import type { FundYear } from '@functions/exhibition/contract/fund'
import { Paragraphs } from '@/shared/blocks/text'
import { Card } from '@/shared/components/card'
import { Jobs } from './jobs'
import { Kept } from './kept'
import { type PlaceLinks, Uses } from './uses'
import { Yuan } from './yuan'

/** One year, as visitors read it. */
export function FundYearView({ year, ...links }: { year: FundYear } & PlaceLinks) {
  return (
    <>
      <Yuan year={year} />
      <Kept year={year} />
      <Uses year={year} {...links} />
      <Jobs year={year} />
      {year.note !== '' && (
        <Card title="说明">
          <Paragraphs text={year.note} />
        </Card>
      )}
    </>
  )
}
