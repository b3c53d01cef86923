/** Which pins carry their name: as many as have room, from the middle of the map outwards. Pure. */

export type Box = { left: number; top: number; right: number; bottom: number }
/** `x`, `y` px on the screen; the label hangs under the pin, `width` px wide. */
export type Labelled = { key: string; x: number; y: number; width: number }

const pinRadius = 17

/** The keys of the pins whose label, `lineHeight` px high, touches no other pin and no other label. */
export function labelsWithRoom(
  pins: readonly Labelled[],
  middle: { x: number; y: number },
  lineHeight = 18,
): Set<string> {
  const taken = pins.map(({ x, y }) => boxAround(x, y - pinRadius, pinRadius * 2, pinRadius * 2))
  const away = ({ x, y }: Labelled) => (x - middle.x) ** 2 + (y - middle.y) ** 2
  const chosen = new Set<string>()
  for (const pin of [...pins].sort((a, b) => away(a) - away(b))) {
    const label = boxAround(pin.x, pin.y + pinRadius, pin.width, lineHeight)
    if (taken.some((box) => touch(box, label))) continue
    taken.push(label)
    chosen.add(pin.key)
  }
  return chosen
}

/** What of a name fits under a pin: the number and the brand before the last space say nothing there. */
export function labelText(name: string): string {
  const last = name.trim().split(/\s+/).at(-1) ?? name
  return last.length > 10 ? `${last.slice(0, 9)}…` : last
}

function boxAround(x: number, top: number, width: number, height: number): Box {
  return { left: x - width / 2, top, right: x + width / 2, bottom: top + height }
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
