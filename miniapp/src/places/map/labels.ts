/** Which names on the map can be read: as many as have room, from the middle of the map outwards. Pure. */

/** px from the map's upper left corner. */
export type Box = { left: number; top: number; right: number; bottom: number }
/** `x`, `y` px on the screen; the label hangs under the pin, `width` px wide. */
export type Labelled = { key: string; x: number; y: number; width: number }
/** The part of the map that nothing covers, and what lies on it. */
export type Room = { free: Box; taken: readonly Box[] }

const pinRadius = 17

/** Of the pins that have room for their label, `lineHeight` px high: the keys, each with the label's box. */
export function labelsWithRoom(
  pins: readonly Labelled[],
  middle: { x: number; y: number },
  { free, taken }: Room,
  lineHeight = 18,
): Map<string, Box> {
  const circles = pins.map(({ x, y }) => boxAround(x, y - pinRadius, pinRadius * 2, pinRadius * 2))
  const away = ({ x, y }: Labelled) => (x - middle.x) ** 2 + (y - middle.y) ** 2
  const labels = [...pins]
    .sort((a, b) => away(a) - away(b))
    .map(({ key, x, y, width }) => ({ key, boxes: [boxAround(x, y + pinRadius, width, lineHeight)] }))
  return new Map(
    [...boxesWithRoom(labels, { free, taken: [...taken, ...circles] })].map(([key, { box }]) => [key, box]),
  )
}

/**
 * In their order, each in the first of its boxes that lies whole in the free part and touches neither what is taken nor
 * an earlier one; `at` is the number of that box. Whether it `mayHave` one is asked only of those with room. Those for which none has room are left out.
 */
export function boxesWithRoom(
  wanted: readonly { key: string; boxes: readonly Box[]; mayHave?: (at: number) => boolean }[],
  { free, taken }: Room,
): Map<string, { box: Box; at: number }> {
  const all = [...taken]
  const found = new Map<string, { box: Box; at: number }>()
  for (const { key, boxes, mayHave } of wanted) {
    const at = boxes.findIndex(
      (box, n) =>
        liesIn(box, free) && !all.some((other) => touch(box, other)) && (mayHave === undefined || mayHave(n)),
    )
    const box = boxes[at]
    if (!box) continue
    all.push(box)
    found.set(key, { box, at })
  }
  return found
}

/** What of a name fits under a pin: the number and the brand before the last space say nothing there. */
export function labelText(name: string): string {
  const last = name.trim().split(/\s+/).slice(-1)[0] ?? name
  return last.length > 10 ? `${last.slice(0, 9)}…` : last
}

export function moved({ left, top, right, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
}

function boxAround(x: number, top: number, width: number, height: number): Box {
  return { left: x - width / 2, top, right: x + width / 2, bottom: top + height }
}

function liesIn(a: Box, b: Box): boolean {
  return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
}

/** Leaflet rounds to whole px: what meets in less than one does not touch. */
function touch(a: Box, b: Box): boolean {
  return a.left + 1 < b.right && b.left + 1 < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom
}
