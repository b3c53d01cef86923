import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Origin } from '@/shared/city/origin'
import { Tap } from '@/shared/components/tap'
import { useWindowSize } from '@/shared/platform/window-size'
import { useElder } from '@/shared/storage/settings'
import type { NearPlace } from '../nearest'
import { nothingSeenText } from './direction'
import css from './map-foot.module.scss'
import type { Seen } from './place-map-props'
import { metresPerPx, scaleBar } from './scale'
import { isWithin } from './targets'

const longestBar = 96
/** px of the window: from here on there is room. */
const wideFrom = 600

/** The strip along the map's foot: how long things are, and whose map it is. */
export function MapFoot({
  seen,
  hasStreets,
  notice,
  bottom,
  onHeight,
}: {
  /** Null until the map is put somewhere. */
  seen: Seen | null
  hasStreets: boolean
  notice: string
  /** px above the map's lower edge. */
  bottom: number
  /** How many px of the map it takes. */
  onHeight: (px: number) => void
}) {
  const strip = useRef<HTMLDivElement>(null)
  const elder = useElder()
  const { width } = useWindowSize()
  // Whose tiles they are is always said whole; that a sketch is one fits a phone in large type in a word.
  const said = elder && width < wideFrom && !hasStreets ? notice.split('，')[0] : notice
  const scale = seen && scaleBar(metresPerPx(seen.centre.lat, seen.zoom), longestBar)
  // Measured when something of it is another, not whenever a chip is pressed: to measure is to lay out the page at once.
  const words = `${said} ${scale?.text} ${scale?.px} ${elder} ${width}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the strip says and how wide it is decide its height
  useLayoutEffect(() => onHeight(strip.current?.offsetHeight ?? 0), [words])
  return (
    <div className={css.foot} style={{ bottom: `${bottom}px` }}>
      <div ref={strip} className={css.strip} role="note" aria-label="比例尺和地图说明">
        {scale && (
          <span className={css.scale} title="比例尺" style={{ width: `${scale.px}px` }}>
            {scale.text}
          </span>
        )}
        <span className={css.notice}>{said}</span>
      </div>
    </div>
  )
}

/** Where the nearest place lies, as long as the map shows none. */
export function NothingSeen({
  seen,
  near,
  origin,
  bottom,
  onPick,
}: {
  seen: Seen
  /** Nearest first. */
  near: readonly NearPlace[]
  origin: Origin
  /** px above the map's lower edge. */
  bottom: number
  onPick: (id: string) => void
}) {
  const isEmpty = useMemo(() => {
    const [west, , east] = seen.bbox
    // A map without a size, as on a page behind another, hides nothing.
    return west < east && !near.some(({ place }) => isWithin(seen.bbox, place))
  }, [near, seen])
  const [nearest] = near
  if (!nearest || !isEmpty) return null
  return (
    <div className={css.away} style={{ bottom: `${bottom + 8}px` }}>
      <Tap className={css.awayTap} onTap={() => onPick(nearest.place.id)}>
        {nothingSeenText(nearest, origin)}
      </Tap>
    </div>
  )
}
