import * as z from '@common/zod'
import type { Bbox, Point } from '@contract/places'
import { Map as NativeMap, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useMemo, useRef, useState } from 'react'
import { goCentre } from '@/shared/components/centre-line'
import { useWindowSize } from '@/shared/platform/window-size'
import { createMarkers, firstZoom, type Marker } from './clusters'
import { aimed, bboxAround, pointBelow } from './mercator'
import { centreMarker, centreMarkerId, hereMarker, nativeMarker } from './native-markers'
import css from './place-map.module.scss'
import type { MapTarget, PlaceMapProps } from './place-map-props'

const mapId = 'places'
type Drawn = { bbox: Bbox; zoom: number }

/** WeChat's own map. What is in view becomes a marker; everything else stays in the program. */
export function PlaceMap({
  region,
  pinned,
  spots,
  today,
  chosen,
  here,
  target,
  covered,
  coveredAbove,
  tools,
  onPick,
  onPickSpot,
  onMoved,
}: PlaceMapProps) {
  const size = useWindowSize()
  const cover = { above: coveredAbove, below: covered }
  const [goal, setGoal] = useState(() => aimed(target, size, cover))
  const [seen, setSeen] = useState<Drawn>(() => seenAt(goal, size))
  const shown = useRef<Marker[]>([])
  /** What was followed last; `isLeft` once the person has moved the map. */
  const order = useRef({ target, ...cover, isLeft: false })
  const [isThere] = useState(() => Taro.canIUse('map'))
  const context = useMemo(() => (isThere ? Taro.createMapContext(mapId) : null), [isThere])

  function go(to: MapTarget): void {
    const next = aimed(to, size, cover)
    setGoal(next)
    setSeen(seenAt(next, size))
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another target or another cover is an order to move
  useEffect(() => {
    const { target: last, above, below, isLeft } = order.current
    const isNew = last !== target
    if (!isNew && above === coveredAbove && below === covered) return
    order.current = { target, ...cover, isLeft: isLeft && !isNew }
    // Another part of the map is free: what it shows comes into that. A box would change the zoom.
    if (isNew || (!isLeft && 'centre' in target)) go(target)
  }, [target, covered, coveredAbove])

  const index = useMemo(() => createMarkers(pinned, today, spots), [pinned, today, spots])
  const markers = useMemo(() => index.inView(seen.bbox, Math.floor(seen.zoom)), [index, seen])
  shown.current = markers

  async function moved(): Promise<void> {
    if (!context) return
    order.current.isLeft = true
    const [region, { scale }] = await Promise.all([context.getRegion({}), context.getScale({})])
    const { southwest, northeast } = region
    const bbox: Bbox = [southwest.longitude, southwest.latitude, northeast.longitude, northeast.latitude]
    setSeen({ bbox, zoom: scale })
    const middle = { lng: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2 }
    const foot = pointBelow({ lng: middle.lng, lat: bbox[1] }, scale, -covered)
    const head = pointBelow({ lng: middle.lng, lat: bbox[3] }, scale, coveredAbove)
    onMoved({
      centre: pointBelow(middle, scale, (coveredAbove - covered) / 2),
      zoom: scale,
      bbox: [bbox[0], foot.lat, bbox[2], head.lat],
    })
  }

  function tapped(markerId: number): void {
    if (markerId === centreMarkerId) goCentre()
    const marker = shown.current[markerId]
    if (!marker) return
    if (marker.type === 'place') onPick(marker.id)
    else if (marker.type === 'spot') onPickSpot(marker.ids)
    else {
      order.current.isLeft = true
      go({ centre: marker.point, zoom: Math.min(marker.zoom, 18) })
    }
  }

  return (
    <View className={css.frame}>
      {/* Under the map: seen only where the phone draws none. */}
      <View className={css.instead} style={{ bottom: `${covered}px` }}>
        <Text>这部手机显示不了地图。地点都在下面的列表里，由近到远。</Text>
      </View>
      {isThere && (
        <NativeMap
          id={mapId}
          className={css.native}
          longitude={goal.centre.lng}
          latitude={goal.centre.lat}
          scale={goal.zoom}
          minScale={firstZoom}
          maxScale={18}
          enableRotate={false}
          markers={[
            ...markers.map(nativeMarker(chosen?.id ?? null)),
            ...hereMarker(here),
            ...centreMarker(region.contact?.position),
          ]}
          onMarkerTap={(event) => tapped(Number(event.detail.markerId))}
          onCalloutTap={(event) => tapped(Number(event.detail.markerId))}
          onRegionChange={(event) => {
            // A move of ours is no news: the markers of the target were drawn with the order to go there.
            if (isMoveOfPerson(event)) void moved()
          }}
          onError={() => {}}
        />
      )}
      {tools(covered)}
    </View>
  )
}

/** WeChat reports stage and cause in different fields depending on its version. */
const regionEventSchema = z.object({
  type: z.string(),
  detail: z.object({ type: z.optional(z.string()), causedBy: z.optional(z.string()) }),
  mpEvent: z.optional(z.object({ causedBy: z.optional(z.string()) })),
})

function isMoveOfPerson(event: unknown): boolean {
  const parsed = regionEventSchema.safeParse(event)
  if (!parsed.success) return false
  const { type, detail, mpEvent } = parsed.data
  const cause = detail.causedBy ?? mpEvent?.causedBy
  return (detail.type ?? type) === 'end' && (cause === 'drag' || cause === 'scale')
}

function seenAt(
  { centre, zoom }: { centre: Point; zoom: number },
  size: { width: number; height: number },
): Drawn {
  return { bbox: bboxAround(centre, zoom, size), zoom }
}
