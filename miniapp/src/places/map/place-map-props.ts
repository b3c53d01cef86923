/** What a map of places takes and tells, in WeChat and in a browser alike. */
import type { Bbox, PlaceSummary, Point, Region } from '@contract/places'
import type { ReactNode } from 'react'
import type { Origin } from '@/shared/city/origin'
import type { NearPlace } from '../nearest'
import type { SpotIndex } from './spots'

/** Where the map is to go; a new object is a new order. */
export type MapTarget = { centre: Point; zoom: number } | { bbox: Bbox }

/** What is seen of the map: the part that nothing covers, its middle, and how large things are. */
export type Seen = { centre: Point; zoom: number; bbox: Bbox }

export interface PlaceMapProps {
  region: Region
  /** All of the city: where no sketch of it is at hand, they give one. */
  places: readonly PlaceSummary[]
  /** Everything that may become a marker, nearest to `origin` first; only what is in view does. */
  pinned: readonly NearPlace[]
  /** Where the list counts from. */
  origin: Origin
  /** The spots of the whole city. */
  spots: SpotIndex
  /** `YYYY-MM-DD`, for roles in force. */
  today: string
  chosen: PlaceSummary | null
  /** The person's own dot. */
  here: Point | null
  target: MapTarget
  /** px of the map's lower edge that a sheet covers: the middle of what is seen lies higher. */
  covered: number
  /** px of the upper edge that the chips lie over. */
  coveredAbove: number
  /** The buttons that lie over the map, so many px above its lower edge. */
  tools: (bottom: number) => ReactNode
  onPick: (id: string) => void
  /** Several places that no zoom tells apart, in the order of the list. */
  onPickSpot: (ids: readonly string[]) => void
  /** A person moved the map. */
  onMoved: (seen: Seen) => void
}
