/** What the map page knows: the choice, the chosen place, where the map is. The page itself is layout. */
import { dayOf } from '@common/day'
import type { Bbox, Point } from '@contract/places'
import { distanceMetres } from '@rules/places/nearby'
import { openAnswer } from '@rules/places/opening'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import { tabOpenings } from '@/shared/navigation'
import { phoneStore } from '@/shared/storage'
import { type Choice, filterOf, noChoice } from '../choice'
import type { ReadyCity } from '../city'
import { useNow } from '../clock'
import { useCompact } from '../components/compact'
import { type MapOnly, mapWish } from '../go'
import { answeredPlaces, type NearPlace, rankedPlaces } from '../nearest'
import { measureFromMap, type Origin, useOrigin } from '../origin'
import type { Stop } from './map-sheet'
import { createMapMemory, type MapMemory } from './memory'
import type { MapTarget, Seen } from './place-map-props'
import { indexSpots, type SpotIndex } from './spots'

const memory = createMapMemory(phoneStore)
const placeZoom = 15.5
const ownZoom = 14.5

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
  /** The places of the spot whose list is open, nearest first; null: none is. */
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
  const kept = useMemo(() => memoryOf(region.adcode), [region.adcode])
  const [choice, setChoice] = useState<Choice>(kept?.choice ?? noChoice)
  /** What another page set holds for this visit of the map; `own` is what the person had pressed before. */
  const [lent, setLent] = useState<{ own: Choice; opening: number } | null>(null)
  const [only, setOnly] = useState<MapOnly | null>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [spotIds, setSpotIds] = useState<readonly string[] | null>(null)
  const [stop, setStop] = useState<Stop>('half')
  const [target, setTarget] = useState<MapTarget>(() => firstTarget(kept, origin, region.bbox))
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
    setTarget(firstTarget(null, origin, region.bbox))
  })
  useFollow(region.adcode, () => {
    setChosenId(null)
    setOnly(null)
    setArea(null)
  })

  function choose(next: Choice): void {
    setChoice(next)
    setLent(null)
    memory.write(
      { adcode: region.adcode, centre: kept?.centre ?? null, zoom: kept?.zoom ?? 12, choice: next },
      here,
    )
  }

  function giveBack(own: Choice): void {
    setLent(null)
    setChoice(own)
    setOnly(null)
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
    if (!wish) {
      if (lent && lent.opening !== tabOpenings()) giveBack(lent.own)
      return
    }
    mapWish.set(null)
    setLent({ own: lent?.own ?? choice, opening: tabOpenings() })
    setChoice(wish.choice)
    setOnly(wish.only)
    const around = wish.only && boxAround(catalogue, wish.only.ids)
    if (around) setTarget({ bbox: around })
    pick(wish.id)
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
    spot: spotIds && near.filter(({ place }) => spotIds.includes(place.id)),
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
      const own = lent?.own ?? choice
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
  const kept = memory.read()
  return kept?.adcode === adcode ? kept : null
}

function firstTarget(
  kept: MapMemory | null,
  origin: Origin,
  bbox: [number, number, number, number],
): MapTarget {
  if (kept?.centre) return { centre: kept.centre, zoom: kept.zoom }
  switch (origin.from) {
    case 'position':
      return { centre: origin.point, zoom: ownZoom }
    case 'district':
    case 'map':
      return { centre: origin.point, zoom: 12 }
    case 'centre':
      return { bbox }
  }
}

/** Null where the catalogue knows none of them. */
function boxAround(catalogue: ReadyCity['catalogue'], ids: readonly string[]): Bbox | null {
  const places = ids.flatMap((id) => catalogue.byId.get(id) ?? [])
  if (places.length === 0) return null
  const lngs = places.map(({ lng }) => lng)
  const lats = places.map(({ lat }) => lat)
  // A single place would make a box without a size: about 500 m are left around.
  const margin = 0.005
  return [
    Math.min(...lngs) - margin,
    Math.min(...lats) - margin,
    Math.max(...lngs) + margin,
    Math.max(...lats) + margin,
  ]
}

function isWithin([west, south, east, north]: Bbox, { lng, lat }: Point): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
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
