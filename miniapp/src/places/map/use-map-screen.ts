/** What the map page knows: the choice, the chosen place, where the map is. The page itself is layout. */
import { dayOf } from '@common/day'
import type { Bbox, Point } from '@contract/places'
import { comparePlaces } from '@functions/places/rules/name-order'
import { distanceMetres } from '@functions/places/rules/nearby'
import { openAnswer } from '@functions/places/rules/opening'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import type { ReadyCity } from '@/shared/city'
import { measureFromMap, type Origin, useOrigin } from '@/shared/city/origin'
import { tabOpenings } from '@/shared/navigation/navigation'
import { phoneStore } from '@/shared/storage/storage'
import { useNow } from '@/shared/time/clock'
import { type Choice, countOf, filterOf, noChoice } from '../choice'
import { useCompact } from '../components/compact'
import { type MapOnly, type MapWish, mapWish } from '../go'
import { answeredPlaces, type NearPlace, rankedPlaces } from '../nearest'
import type { Stop } from './map-sheet'
import { createMapMemory, type MapMemory } from './memory'
import type { MapTarget, Seen } from './place-map-props'
import { indexSpots, type SpotIndex } from './spots'
import { firstTarget, isWithin, nearestTarget, ownZoom, placesTarget, placeZoom } from './targets'

/** What the person had pressed, and where they had left the map, before another page set a filter. */
type ChoiceOverride = { own: Choice; view: MapTarget; opening: number }

const memory = createMapMemory(phoneStore)

/** `near` is everything that answers the choice, nearest first. */
export type MapScreen = {
  now: number
  today: string
  origin: Origin
  here: Point | null
  choice: Choice
  /** Some places alone, until the person asks for all again. */
  only: MapOnly | null
  near: NearPlace[]
  spots: SpotIndex
  /** The piece of the map that the list is of; null: all of the city. */
  area: Bbox | null
  /** What the list shows: `near`, or of it what lies in `area`. */
  listed: NearPlace[]
  chosen: NearPlace | null
  /** The places of the spot whose list is open, by their names; null: none is. */
  spot: NearPlace[] | null
  /** How many other places lie on the spot of the chosen one. */
  beside: number
  stop: Stop
  target: MapTarget
  /** Where the person has moved the map; null as long as it is where the program put it. */
  moved: Seen | null
  choose(choice: Choice): void
  showAll(): void
  pick(id: string | null): void
  /** Opens the list of these places, or of those on the spot of the chosen one. */
  openSpot(ids?: readonly string[]): void
  closeSpot(): void
  /** Moves the map to the person, where that is known. */
  showHere(): void
  setStop(stop: Stop): void
  onMoved(seen: Seen): void
  /** Lists what is in view where the person has moved the map to. */
  listSeen(): void
}

export function useMapScreen({ region, catalogue }: ReadyCity): MapScreen {
  const now = useNow()
  const { origin: known, here } = useOrigin()
  const origin = known ?? { from: 'centre' as const, name: region.name, point: region.centre }
  const remembered = useMemo(() => memoryOf(region.adcode), [region.adcode])
  const [choice, setChoice] = useState<Choice>(remembered?.choice ?? noChoice)
  /** Set by another page for this visit of the map. */
  const [override, setOverride] = useState<ChoiceOverride | null>(null)
  const [only, setOnly] = useState<MapOnly | null>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [spotIds, setSpotIds] = useState<readonly string[] | null>(null)
  const [stop, setStop] = useState<Stop>('half')
  const [target, setTarget] = useState<MapTarget>(() => firstTarget(remembered, origin, region.bbox))
  const [moved, setMoved] = useState<Seen | null>(null)
  const [area, setArea] = useState<Bbox | null>(null)

  const compact = useCompact()
  const { lng, lat } = origin.point
  // Neither distances nor opening times are another after a chip was pressed: then there is only to choose.
  const ranked = useMemo(() => rankedPlaces(catalogue, { lng, lat }), [catalogue, lng, lat])
  const answered = useMemo(() => answeredPlaces(catalogue, ranked, now), [catalogue, ranked, now])
  const near = useMemo(() => {
    const found = answered.matching(filterOf(choice, now))
    return only ? found.filter(({ place }) => only.ids.includes(place.id)) : found
  }, [answered, choice, only, now])
  const spots = useMemo(() => indexSpots(catalogue.places), [catalogue])
  const listed = useMemo(
    () => (area ? near.filter(({ place }) => isWithin(area, place)) : near),
    [near, area],
  )
  const chosen = useMemo(
    () => (chosenId === null ? null : findChosen(catalogue, near, chosenId, { lng, lat }, now)),
    [catalogue, near, chosenId, lng, lat, now],
  )

  useFollow(`${region.adcode} ${origin.from} ${origin.name} ${lng} ${lat}`, () => {
    setMoved(null)
    if (origin.from === 'map') return
    setArea(null)
    setTarget(override ? targetOf(near) : firstTarget(null, origin, region.bbox))
  })
  useFollow(region.adcode, () => {
    setChosenId(null)
    setOnly(null)
    setArea(null)
  })

  function choose(next: Choice): void {
    setChoice(next)
    setOverride(null)
    memory.write(
      {
        adcode: region.adcode,
        centre: remembered?.centre ?? null,
        zoom: remembered?.zoom ?? 12,
        choice: next,
      },
      here,
    )
  }

  function dropOverride({ own, view }: ChoiceOverride): void {
    setOverride(null)
    setChoice(own)
    setOnly(null)
    // Where the person has moved the map since, it stays.
    if (!moved) setTarget(view)
  }

  /** What another page asks for begins with its nearest places in sight, wherever the map was left. */
  function targetOf(found: NearPlace[]): MapTarget {
    return nearestTarget(found, origin) ?? firstTarget(null, origin, region.bbox)
  }

  function take({ choice: wanted, id, only: alone }: MapWish): void {
    const view = override?.view ?? (moved ? { centre: moved.centre, zoom: moved.zoom } : target)
    setOverride({ own: override?.own ?? choice, view, opening: tabOpenings() })
    setChoice(wanted)
    setOnly(alone)
    setArea(null)
    setMoved(null)
    const isAll = countOf(wanted) === 0
    const places = alone && placesTarget(catalogue.byId, alone.ids)
    setTarget(
      places ??
        (isAll ? firstTarget(null, origin, region.bbox) : targetOf(answered.matching(filterOf(wanted, now)))),
    )
    pick(id)
  }

  const onSpot = useMemo(
    () => (chosenId === null ? [] : spots.beside(near, chosenId).map(({ place }) => place.id)),
    [chosenId, near, spots],
  )

  function pick(id: string | null): void {
    setChosenId(id)
    setSpotIds(null)
    const place = id === null ? undefined : catalogue.byId.get(id)
    if (!place) return
    setStop(compact ? 'half' : 'peek')
    setTarget({ centre: { lng: place.lng, lat: place.lat }, zoom: placeZoom })
  }

  useDidShow(() => {
    const wish = mapWish.get()
    if (wish) {
      mapWish.set(null)
      take(wish)
    } else if (override && override.opening !== tabOpenings()) dropOverride(override)
  })

  return {
    now,
    today: dayOf(now),
    origin,
    here,
    choice,
    only,
    near,
    spots,
    area,
    listed,
    chosen,
    // Within a few metres no one place is nearer than another: floor by floor.
    spot:
      spotIds &&
      near.filter(({ place }) => spotIds.includes(place.id)).sort((a, b) => comparePlaces(a.place, b.place)),
    beside: Math.max(onSpot.length - 1, 0),
    stop,
    target,
    moved,
    choose,
    showAll() {
      setOnly(null)
      setArea(null)
    },
    pick,
    openSpot: (ids = onSpot) => setSpotIds(ids),
    closeSpot: () => setSpotIds(null),
    showHere: () => here && setTarget({ centre: here, zoom: ownZoom }),
    setStop,
    onMoved(seen) {
      setMoved(seen)
      const own = override?.own ?? choice
      memory.write({ adcode: region.adcode, centre: seen.centre, zoom: seen.zoom, choice: own }, here)
    },
    listSeen() {
      if (!moved) return
      setArea(moved.bbox)
      measureFromMap(moved.centre)
    },
  }
}

function memoryOf(adcode: string): MapMemory | null {
  const remembered = memory.read()
  return remembered?.adcode === adcode ? remembered : null
}

/** A chosen place stays on the card even where a chip now leaves it out of the list. */
function findChosen(
  catalogue: ReadyCity['catalogue'],
  near: NearPlace[],
  id: string,
  from: Point,
  now: number,
): NearPlace | null {
  const listed = near.find(({ place }) => place.id === id)
  if (listed) return listed
  const place = catalogue.byId.get(id)
  if (!place) return null
  return { place, distance: distanceMetres(from, place), open: openAnswer(place, catalogue.calendar, now) }
}

/** Runs `then` when `value` changes, not when the screen opens. */
function useFollow(value: string, then: () => void): void {
  const [was, setWas] = useState(value)
  useEffect(() => {
    if (was === value) return
    setWas(value)
    then()
  })
}
