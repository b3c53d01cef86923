import type { FundYear } from '@functions/exhibition/contract/fund'
import { Text } from '@tarojs/components'
import { numberText } from '@/shared/blocks/words'
import { Card } from '@/shared/components/card'
import { Stack } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import css from './fund.module.scss'
import { originText } from './sources'

/** One figure, large; not shown where it was not published. */
export function Jobs({ year: { jobs } }: { year: FundYear }) {
  if (!jobs) return null
  return (
    <Card title="就业">
      <Stack gap={1}>
        <Text className={css.number}>{`${numberText(jobs.count)} 个岗位`}</Text>
        <Hint>网点的代销者和销售员。</Hint>
        <Hint>{originText([jobs])}</Hint>
      </Stack>
    </Card>
  )
}
