/** When a gift can be ordered, and how its stock is spread. */
import type { ShownMedia } from '../../shared/blocks/shown'
import type { Gift } from '../contract'

/** Where a gift stands in its time of sale, whatever its stock. `hidden`: staff have not published it. */
export type Sale = 'hidden' | 'not-yet' | 'on-sale' | 'ended'

type Sold = { isPublished: boolean; onSaleFrom: string | null; onSaleUntil: string | null }

/** `at` in ms since 1970. On sale from `onSaleFrom` on and until just before `onSaleUntil`; null is open. */
export function saleOf({ isPublished, onSaleFrom, onSaleUntil }: Sold, at: number): Sale {
  if (!isPublished) return 'hidden'
  if (onSaleFrom !== null && at < Date.parse(onSaleFrom)) return 'not-yet'
  if (onSaleUntil !== null && at >= Date.parse(onSaleUntil)) return 'ended'
  return 'on-sale'
}

/** What the public sees; null where it sees nothing. */
export function stateOf(gift: Sold, left: number, at: number): Gift['state'] | null {
  const sale = saleOf(gift, at)
  if (sale === 'hidden') return null
  return sale === 'on-sale' && left <= 0 ? 'sold-out' : sale
}

/** Pieces that one item of the table sells before it becomes the bottleneck of many callers. */
const piecesPerShard = 200
/** More would not sell faster (docs/performance.md), and reading them all costs. */
export const maxShards = 50

/** Over how many items the stock is spread; at least one, which also says that there is nothing. */
export function shardsFor(total: number): number {
  return Math.min(maxShards, Math.max(1, Math.ceil(total / piecesPerShard)))
}

/**
 * Where a picture is served under our origin. `name`: of one that was sent as a whole, as it is called among those of its gift; of
 * one that was uploaded already its path.
 */
export function picturePath(gift: string, name: string | null): string | null {
  return name === null || name.startsWith('/') ? name : `/api/gifts/${gift}/pictures/${name}`
}

/** Pixels: as wide as a phone shows a gift. */
const wholeWidth = 720

/** Path of the one size that serves whoever knows no sizes: in its own type, since not every program reads WebP. */
export function pathOfUploaded({ renditions }: Pick<ShownMedia, 'renditions'>): string | null {
  const fit = renditions.filter(({ width }) => (width ?? 0) <= wholeWidth)
  return (fit.at(-1) ?? renditions[0])?.src ?? null
}
