import type { PlaceSummary } from '@contract/places'
import { distanceMetres } from '@rules/places/nearby'
import { useMemo } from 'react'
import { Tap } from '@/shared/components/tap'
import { useCompact } from '../components/compact'
import { distanceText } from '../reach'
import { directionName, nearestOf } from './direction'
import { labelText } from './labels'
import css from './map-foot.module.scss'
import type { Seen } from './place-map-props'
import { metresPerPx, scaleBar } from './scale'

/** Nearer to the ground than this a sketch without streets says nothing of where one is. */
const streetZoom = 14
const longestBar = 96

/** What stands at the map's lower left: where the nearest place lies, the scale, and whose map it is. */
export function MapFoot({
  seen,
  pinned,
  isCardOpen,
  hasStreets,
  notice,
  bottom,
  onPick,
}: {
  seen: Seen
  pinned: readonly { place: PlaceSummary }[]
  /** Then the card says where the chosen place lies, and another one beside it would contradict it. */
  isCardOpen: boolean
  hasStreets: boolean
  notice: string
  /** px above the map's lower edge. */
  bottom: number
  onPick: (id: string) => void
}) {
  const { centre, zoom } = seen
  // Whose tiles they are is always said whole; that a sketch is one fits a low screen in a word.
  const said = useCompact() && !hasStreets ? notice.split('，')[0] : notice
  const scale = scaleBar(metresPerPx(centre.lat, zoom), longestBar)
  return (
    <div className={css.foot} style={{ bottom: `${bottom + 8}px` }}>
      {!hasStreets && !isCardOpen && zoom >= streetZoom && (
        <Towards seen={seen} pinned={pinned} onPick={onPick} />
      )}
      <span className={css.scale} title="比例尺" style={{ width: `${scale.px}px` }}>
        {scale.text}
      </span>
      {said && <span className={css.notice}>{said}</span>}
    </div>
  )
}

/** From the middle of what is seen to the nearest place, in or out of sight. */
function Towards({
  seen: { centre },
  pinned,
  onPick,
}: {
  seen: Seen
  pinned: readonly { place: PlaceSummary }[]
  onPick: (id: string) => void
}) {
  const nearest = useMemo(() => nearestOf(centre, pinned), [centre, pinned])
  if (!nearest) return null
  const { place } = nearest
  const metres = distanceMetres(centre, place)
  const where =
    metres < 50 ? '就在地图中心' : `在地图中心${directionName(centre, place)} ${distanceText(metres)}`
  return (
    <Tap className={css.towards} onTap={() => onPick(place.id)}>
      {`最近的${where}：${labelText(place.name)}`}
    </Tap>
  )
}
