import { ScrollView, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { Origin } from '@/shared/city/origin'
import { RationalPlay } from '@/shared/components/screen/rational-play'
import { useWindowSize } from '@/shared/platform/window-size'
import { useElder } from '@/shared/storage/settings'
import type { NearPlace } from '../nearest'
import { useListKeys } from './list-keys'
import css from './place-list.module.scss'
import { PlaceRow } from './place-row'
import { rowHeights, rowOffsets, type Slice, sliceOf } from './row-height'

/** A list of any length of which only the rows on screen are drawn. `width` px is what its rows have. */
export function PlaceList({
  places,
  origin,
  now,
  width,
  chosen,
  onPress,
  label,
  question,
  startAt = 0,
  onScrolled,
}: {
  places: readonly NearPlace[]
  origin: Origin
  now: number
  width: number
  chosen: string | null
  onPress: (id: string) => void
  label: string
  /** What the list answers. Another question begins at the first row; new opening times alone do not. */
  question: string
  /** px from the top at which a list that was away comes back. */
  startAt?: number
  onScrolled?: (top: number) => void
}) {
  const elder = useElder()
  const { height } = useWindowSize()
  const heightOf = useMemo(() => rowHeights(width, elder), [width, elder])
  const offsets = useMemo(
    () => rowOffsets(places.map(({ place }) => heightOf(place.name))),
    [places, heightOf],
  )
  const [slice, setSlice] = useState<Slice>(() => sliceOf(offsets, startAt, height))
  const [top, setTop] = useState(startAt)
  const [asked, setAsked] = useState(question)
  if (asked !== question) {
    setAsked(question)
    setSlice(sliceOf(offsets, 0, height))
    onScrolled?.(0)
    // A tiny difference, for a scroll view takes only a changed value as news.
    setTop(top === 0 ? 0.01 : 0)
  }

  function scrolled(scrollTop: number): void {
    onScrolled?.(scrollTop)
    const next = sliceOf(offsets, Math.max(scrollTop, 0), height)
    if (next.first !== slice.first || next.last !== slice.last) setSlice(next)
  }

  const keys = useListKeys(offsets, slice)
  const last = Math.min(slice.last, places.length)
  const first = Math.min(slice.first, last)
  return (
    <ScrollView
      className={css.scroll}
      scrollY
      scrollTop={top}
      onScroll={(event) => scrolled(event.detail.scrollTop)}
    >
      <View
        id={keys.listId}
        role="list"
        aria-role="list"
        aria-label={label}
        aria-keyshortcuts="ArrowDown ArrowUp PageDown PageUp Home End"
      >
        <View aria-hidden style={{ height: `${offsets[first] ?? 0}px` }} />
        {places.slice(first, last).map((near, n) => (
          <View
            key={near.place.id}
            role="listitem"
            aria-role="listitem"
            aria-setsize={places.length}
            aria-posinset={first + n + 1}
            style={{ height: `${(offsets[first + n + 1] ?? 0) - (offsets[first + n] ?? 0)}px` }}
          >
            <PlaceRow
              near={near}
              origin={origin}
              now={now}
              onPress={onPress}
              chosen={near.place.id === chosen}
              id={keys.idOf(first + n)}
              tabIndex={keys.stopAt === null || keys.stopAt === first + n ? 0 : -1}
            />
          </View>
        ))}
        <View aria-hidden style={{ height: `${(offsets[places.length] ?? 0) - (offsets[last] ?? 0)}px` }} />
      </View>
      <RationalPlay />
    </ScrollView>
  )
}
