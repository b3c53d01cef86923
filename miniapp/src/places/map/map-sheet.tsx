import { View } from '@tarojs/components'
import { type ReactNode, useRef, useState } from 'react'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { fingerAt } from '@/shared/platform/touches'
import { useHeight } from '../components/use-height'
import css from './map-sheet.module.scss'

/** `peek` shows the first row, `half` half of the map, `full` all but the chips. */
export type Stop = 'peek' | 'half' | 'full'

const sheetId = 'map-sheet'
const order: readonly Stop[] = ['peek', 'half', 'full']
/** px: a shorter stroke is a tap that slipped. */
const stroke = 36
/** In WeChat each step of a finger would cross from logic to view; there the sheet follows when the finger is lifted. */
const follows = process.env.TARO_ENV === 'h5'

/**
 * The sheet over the map. `heights` px of each stop; pulling the head or pressing its button changes the stop. With
 * `fits` it is as high as its content.
 */
export function MapSheet({
  stop,
  heights,
  fits,
  head,
  children,
  onStop,
  content,
  onHeight,
}: {
  stop: Stop
  heights: Record<Stop, number>
  fits: boolean
  head: ReactNode
  children: ReactNode
  onStop: (stop: Stop) => void
  /** A key of the content: each may have its own height. */
  content: string
  /** px, reported only where it `fits`. */
  onHeight: (px: number) => void
}) {
  useHeight(sheetId, fits ? onHeight : null, content)
  const start = useRef<number | null>(null)
  const [pulled, setPulled] = useState<number | null>(null)
  const height = Math.min(Math.max(heights[stop] + (pulled ?? 0), heights.peek), heights.full)
  const lowered = stop === 'full'

  function moved(event: object): void {
    const y = yOf(event)
    if (follows && start.current !== null && y !== null) setPulled(start.current - y)
  }

  function ended(event: object): void {
    const y = yOf(event)
    const by = start.current === null || y === null ? 0 : start.current - y
    start.current = null
    setPulled(null)
    if (Math.abs(by) >= stroke) onStop(nearestStop(heights, heights[stop] + by, by > 0 ? 1 : -1, stop))
  }

  return (
    <View
      id={sheetId}
      className={`${css.sheet} ${pulled === null ? css.settling : ''}`}
      style={fits ? undefined : { height: `${height}px` }}
    >
      <View
        className={css.head}
        onTouchStart={(event) => {
          start.current = yOf(event)
        }}
        onTouchMove={moved}
        onTouchEnd={ended}
        onTouchCancel={ended}
      >
        <View className={css.grip} aria-hidden />
        <View className={`${css.line} ${fits ? css.plain : ''}`}>
          <View className={css.words}>{head}</View>
          {!fits && (
            <Tap
              className={css.button}
              label={lowered ? '收起列表' : '展开列表'}
              expanded={stop !== 'peek'}
              onTap={() => onStop(lowered ? 'peek' : after(stop, 1))}
            >
              <Icon name={lowered ? 'down' : 'up'} size="s" />
            </Tap>
          )}
        </View>
      </View>
      <View className={`${css.body} ${fits ? css.scrolls : ''}`}>{children}</View>
    </View>
  )
}

/** Where the finger is, px; when it is lifted the last place counts. */

const yOf = (event: object): number | null => fingerAt(event)?.y ?? null

function after(stop: Stop, by: 1 | -1): Stop {
  return order[order.indexOf(stop) + by] ?? stop
}

/** At least one stop in the direction of the stroke; a long pull goes to whatever is nearest. */
export function nearestStop(heights: Record<Stop, number>, height: number, by: 1 | -1, from: Stop): Stop {
  const nearest = order.reduce((best, one) =>
    Math.abs(heights[one] - height) < Math.abs(heights[best] - height) ? one : best,
  )
  return nearest === from ? after(from, by) : nearest
}
