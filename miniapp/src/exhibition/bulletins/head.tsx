import type { BulletinCard } from '@functions/exhibition/contract/bulletins'
import { Card } from '@/shared/components/card'
import { Heading } from '@/shared/components/heading'
import { Row } from '@/shared/components/row'
import { Stack } from '@/shared/components/stack'
import { Hint, Quiet } from '@/shared/components/text'
import { categoryName, dateText } from './categories'

type Props = Pick<BulletinCard, 'category' | 'date' | 'title' | 'summary' | 'honour'>

/** What stands above the text of a bulletin: what it is about, in a sentence, and who is honoured. */
export function BulletinHead({ category, date, title, summary, honour }: Props) {
  return (
    <>
      <Stack gap={3}>
        <Hint>{`${categoryName(category)} · ${dateText(date)}`}</Hint>
        <Heading level={2} size="page">
          {title}
        </Heading>
        {summary !== '' && <Quiet>{summary}</Quiet>}
      </Stack>
      {honour && (
        <Card flush>
          <Row first icon="star-full" title={honour.award} text={`${honour.who} · ${honour.year} 年`} />
        </Card>
      )}
    </>
  )
}
