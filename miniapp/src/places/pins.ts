/** Which pin a place gets. The outline says what it is, colour and filling say its state. Pure. */
import type { OpenAnswer, PlaceSummary } from '@contract/places'
import { rolesInForce } from '@functions/places/rules/roles'

/** Outlet round, love-aid heart, warm cabin house, post station parcel, hall star, project leaf, shelter cup. */
export const pinShapes = ['round', 'heart', 'house', 'parcel', 'star', 'leaf', 'cup'] as const
export type PinShape = (typeof pinShapes)[number]

/** Open is filled, closed hollow, unknown hollow and dashed, doubtful amber with a mark. */
export const pinStates = ['open', 'closed', 'unknown', 'doubt'] as const
export type PinState = (typeof pinStates)[number]

/** The most helpful role decides: aid before warmth before parcels before plain selling. */
export function pinShape(place: Pick<PlaceSummary, 'kind' | 'roles'>, today: string): PinShape {
  if (place.kind === 'project') return 'leaf'
  if (place.kind === 'hall') return 'star'
  const roles = rolesInForce(place, today)
  if (roles.includes('love-aid')) return 'heart'
  if (roles.includes('warm-cabin')) return 'house'
  if (roles.includes('post-station') || roles.includes('parcel-point')) return 'parcel'
  return place.kind === 'shelter' ? 'cup' : 'round'
}

/** A project is a thing that was paid for: without hours it is shown as there, not as unknown. */
export function pinState(place: Pick<PlaceSummary, 'kind' | 'doubts'>, open: OpenAnswer): PinState {
  if (place.doubts.length > 0) return 'doubt'
  if (place.kind === 'project' && open.state === 'unknown') return 'open'
  return open.state
}

/** The legend's word for an outline. */
export const pinShapeNames: Record<PinShape, string> = {
  round: '销售网点',
  heart: '爱心救助点',
  house: '温暖小屋',
  parcel: '公益驿站',
  star: '快乐吧',
  leaf: '公益项目',
  cup: '服务站',
}

/** The legend's word for a state. */
export const pinStateNames: Record<PinState, string> = {
  open: '开着',
  closed: '关着',
  unknown: '时间未知',
  doubt: '待核实',
}
