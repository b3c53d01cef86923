import { dayOf } from '@common/day'
import { goGiftsAt, goVisit } from '@/points/go'
import { useGifts } from '@/points/stores'
import { isVisited } from '@/points/visit-view'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { outletsOf, useMe } from '@/shared/session/session'
import type { PlaceView } from './use-place'

/** What points have to do with this place: checking in at its counter, gifts that wait there. */
export function PointsHere({ view: { place, now } }: { view: PlaceView }) {
  const me = useMe()
  const { value: gifts } = useGifts()
  const here = (gifts ?? []).filter((gift) => gift.outlets.includes(place.id)).length
  // Nobody earns at an outlet of their own.
  const visits = isVisited(place, dayOf(now)) && !outletsOf(me).includes(place.id)
  if (!visits && here === 0) return null
  return (
    <Card title="积分" flush>
      {visits && (
        <Row
          first
          icon="scan"
          title="到站打卡"
          text="请工作人员亮出打卡码，每天记一次"
          onTap={() => goVisit(place.id)}
        />
      )}
      {here > 0 && (
        <Row
          first={!visits}
          icon="gift"
          title="这里能领的礼品"
          text={`${here} 种，用积分换`}
          onTap={() => goGiftsAt(place.id)}
        />
      )}
    </Card>
  )
}
