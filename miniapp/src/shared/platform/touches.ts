/** Where a finger is, in px of the window: WeChat and browsers say it in the same words, and Taro's types do not. */
export type Point = { x: number; y: number }

/** Where the only finger is, or was when it left; null for none, or several. */
export function fingerAt(event: object): Point | null {
  const touches = 'touches' in event ? listOf(event.touches) : []
  const changed = 'changedTouches' in event ? listOf(event.changedTouches) : []
  const [touch, second] = touches.length > 0 ? touches : changed
  return second === undefined ? pointOf(touch) : null
}

/** A browser's list is no array. */
function listOf(list: unknown): unknown[] {
  return typeof list === 'object' && list !== null && 'length' in list
    ? Array.from({ length: Number(list.length) }, (_, at) => Reflect.get(list, at))
    : []
}

function pointOf(touch: unknown): Point | null {
  const isKnown = typeof touch === 'object' && touch !== null && 'clientX' in touch && 'clientY' in touch
  return isKnown && typeof touch.clientX === 'number' && typeof touch.clientY === 'number'
    ? { x: touch.clientX, y: touch.clientY }
    : null
}

/** px: less is a finger that slipped. */
const least = 64

/** Which way a finger went, if it went aside and hardly up or down. */
export function directionOf(from: Point, to: Point): 'left' | 'right' | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (Math.abs(dx) < least || Math.abs(dx) < 2 * Math.abs(dy)) return null
  return dx < 0 ? 'left' : 'right'
}
