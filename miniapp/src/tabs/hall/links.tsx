import { goBulletins, goFavourites } from '@/exhibition/go'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'

/** What else belongs to the exhibition. */
export function HallLinks({ region }: { region: string }) {
  return (
    <Card flush>
      <Row
        first
        icon="document"
        title="公益发布"
        text="公益金的去向、活动、通知和荣誉"
        onTap={() => goBulletins(region)}
      />
      <Row icon="star" title="收藏的展品" text="留着再看的" onTap={goFavourites} />
    </Card>
  )
}
