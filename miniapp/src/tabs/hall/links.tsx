import { goFavourites } from '@/exhibition/go'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'

/** What else belongs to the exhibition. */
export function HallLinks() {
  return (
    <Card flush>
      <Row first icon="star" title="收藏的展品" text="留着再看的" onTap={goFavourites} />
    </Card>
  )
}
