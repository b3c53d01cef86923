/** Which names can be read on the map of a browser: those that nothing covers, cuts or crosses. */
import type { Point } from '@contract/places'
import type L from 'leaflet'
import { type Box, boxesWithRoom, type Labelled, labelsWithRoom, moved, type Room } from './labels'

/** What lies under the markers; `isInDistrict`: whether the name of a district, if it stands there, stands in its district. */
export type Ground = {
  layer: L.Layer
  zoomed: (zoom: number) => void
  isInDistrict: (name: Element, at: Point) => boolean
}
/** Where leaflet draws the names of the ground. */
export const namePane = 'names'
/** What lies on the ground of the map. */
const marks = '.map-cluster, .map-pin svg, .map-here, .map-chosen, .map-centre span'
/** In the order in which they may take the room. */
const grounds = ['.map-name-district', '.map-name-town', '.map-name-water']
/**
 * px, right and down: where the name of a district may stand instead where something covers its place, the nearest first. From
 * afar a cluster is as wide as a district.
 */
const shifts: readonly (readonly [number, number])[] = [
  [0, 0],
  ...[16, 28, 40, 52, 64, 76].flatMap((away) =>
    Array.from({ length: 16 }, (_, n): [number, number] => {
      const turn = (2 * Math.PI * n) / 16
      return [Math.round(away * Math.cos(turn)), Math.round(away * Math.sin(turn))]
    }),
  ),
]

type Wanted = {
  /** px of the upper and the lower edge that something covers. */
  above: number
  below: number
  pins: Labelled[]
  /** px */
  lineHeight: number
  /** Whether a letter of a district's name may lie there, px on the map. */
  mayStand: (name: Element, x: number, y: number) => boolean
}

/** Asks for the labels of the pins by their px on the map, then for what is left by the names of the ground. */
export function fitNames(
  map: HTMLElement,
  { above, below, pins, lineHeight, mayStand }: Wanted,
): ReadonlySet<string> {
  const { width, height, boxOf } = measured(map)
  const free: Box = { left: 0, top: above, right: width, bottom: height - below }
  const controls = [...(map.parentElement?.querySelectorAll('button') ?? [])]
  const room: Room = { free, taken: [...map.querySelectorAll(marks), ...controls].map(boxOf) }
  const labels = labelsWithRoom(pins, { x: width / 2, y: height / 2 }, room, lineHeight)
  fitGround(map, { free, taken: [...room.taken, ...labels.values()] }, { boxOf, mayStand })
  return new Set(labels.keys())
}

function fitGround(
  map: HTMLElement,
  room: Room,
  { boxOf, mayStand }: { boxOf: (one: Element) => Box; mayStand: Wanted['mayStand'] },
): void {
  const names = grounds.flatMap((sort) => [...map.querySelectorAll<HTMLElement>(`${sort} span`)])
  // All is read before anything is written: the page is laid out once.
  const wanted = names.map((name, n) => {
    const box = moved(boxOf(name), -pxOf(name.style.left), -pxOf(name.style.top))
    const [x, y, third] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2, (box.right - box.left) / 3]
    return {
      key: String(n),
      boxes: shifts.map(([right, down]) => moved(box, right, down)),
      // One that stands elsewhere than where it was written stays in its district, and reaches into no other.
      mayHave: (at: number) => {
        const [right, down] = shifts[at] ?? [0, 0]
        const isOn = (ground: Element, by: number) => mayStand(ground, x + right + by, y + down)
        if (at === 0) return true
        return (
          isOn(name, 0) && [-third, third].every((by) => !names.some((one) => one !== name && isOn(one, by)))
        )
      },
    }
  })
  const found = boxesWithRoom(wanted, room)
  for (const [n, name] of names.entries()) {
    const at = found.get(String(n))?.at
    const [x, y] = shifts[at ?? 0] ?? [0, 0]
    name.classList.toggle('map-name-hidden', at === undefined)
    name.style.left = `${x}px`
    name.style.top = `${y}px`
  }
}

const pxOf = (length: string) => Number.parseFloat(length || '0')

/** Boxes from the map's upper left corner. */
function measured(map: HTMLElement) {
  const { left, top, width, height } = map.getBoundingClientRect()
  const boxOf = (one: Element): Box => moved(one.getBoundingClientRect(), -left, -top)
  return { width, height, boxOf }
}
