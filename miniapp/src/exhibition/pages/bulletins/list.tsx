import type { BulletinCard } from '@functions/exhibition/contract/bulletins'
import { View } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { FailureLine } from '@/shared/components/result-line'
import { Row } from '@/shared/components/row'
import { StateView, Waiting } from '@/shared/components/state'
import type { Pages } from '@/shared/query/pages'
import { categoryName, dateText } from '../../bulletins/categories'
import { goBulletin } from '../../go'
import { HonoursWall } from './honours-wall'

/** A list of bulletins, or of honours a wall. */
export function BulletinList({ pages, isWall }: { pages: Pages<BulletinCard>; isWall: boolean }) {
  const { items, hasFirst, asking, failure, hasMore, more, retry } = pages
  if (!hasFirst)
    return failure ? (
      <FailureView failure={failure} onRetry={retry} />
    ) : (
      <Waiting rows={5} text="正在打开公益发布" />
    )
  if (items.length === 0)
    return <StateView scene="empty" title="这里还没有发布" text="看看其他栏目，或过几天再来。" />
  return (
    <>
      {isWall ? <HonoursWall honours={items} /> : <Rows bulletins={items} />}
      {failure && <FailureLine failure={failure} />}
      {hasMore && (
        <Button block disabled={asking} onTap={more}>
          再看一些
        </Button>
      )}
    </>
  )
}

function Rows({ bulletins }: { bulletins: readonly BulletinCard[] }) {
  return (
    <Card flush>
      <View role="list" aria-label="公益发布">
        {bulletins.map(({ id, category, title, date }, at) => (
          <View key={id} role="listitem">
            <Row
              first={at === 0}
              title={title}
              text={`${categoryName(category)} · ${dateText(date)}`}
              onTap={() => goBulletin(id)}
            />
          </View>
        ))}
      </View>
    </Card>
  )
}
