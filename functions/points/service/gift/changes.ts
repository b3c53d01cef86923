/** What staff do with gifts: each action is one transaction with its audit entry, and finds out if somebody was faster. */

import { changesOf } from '../../../audit/fragments'
import type { MediaUses } from '../../../media/fragments'
import { createAttempts } from '../../../shared/aws/deadline'
import type { Table, Write } from '../../../shared/aws/table'
import { TableUnavailable } from '../../../shared/aws/unavailable'
import { cityOf } from '../../../shared/city-of'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import { err, ok, type Result } from '../../../shared/result'
import { pathOfUploaded } from '../../rules/gifts'
import { giftCounts } from '../../store/gift/counts'
import { type GiftItem, giftReader, type UploadedPicture } from '../../store/gift/gifts'
import { type Picture, pictureName, putPicture } from '../../store/gift/pictures'
import { changeShard, type Stock } from '../../store/gift/stock'
import { type StockChange, stockChanges } from '../../store/gift/stock-changes'
import { giftKey } from '../../store/keys'
import type { PointsAudit } from '../audit'

/** What staff write of a gift. */
export type GiftFields = Pick<
  GiftItem,
  'name' | 'category' | 'about' | 'price' | 'perPerson' | 'onSaleFrom' | 'onSaleUntil' | 'outlets'
>
export type NewGift = GiftFields & { id: string; region: string; asked: string; demo: boolean }
type By = { by: string }

/** Without what nobody of the staff decides: how the stock is spread, which sizes a picture has, and whether it is demonstration data. */
const said = ({ shards, demo, terms, media, ...fields }: Partial<GiftItem>): Partial<GiftItem> => fields

/** An uploaded picture, or one that was sent as a whole. */
export type GivenPicture = UploadedPicture | Picture
const fieldsOf = (picture: GivenPicture): Pick<GiftItem, 'picture' | 'media'> =>
  'bytes' in picture
    ? { picture: pictureName(picture.bytes), media: undefined }
    : { picture: pathOfUploaded(picture), media: picture }

export type DeskDependencies = { audit: PointsAudit; uses: MediaUses; clock: () => number; stock: Stock }

export const giftDesk = (table: Table, { audit, uses, clock, stock }: DeskDependencies) => {
  const { readGift } = giftReader(table)
  const { nextStep } = stockChanges(table, stock, clock)
  const { forgetCounts } = giftCounts(table)
  const read = (id: string) => readGift(id, { consistent: true })

  /** Fragments: the gift after the change, and the audit entry of what is different. */
  const change = (
    before: GiftItem,
    after: Partial<GiftItem>,
    { by, action }: By & { action: 'gift-changed' | 'picture-changed' | 'stock-changed' },
  ): { gift: GiftItem; writes: Write[] } => {
    const gift = withTerms(before, { ...before, ...after, version: before.version + 1 })
    const record = {
      region: gift.region,
      by,
      action,
      subject: gift.id,
      changes: changesOf(before, said(after)),
    }
    const shards = Array.from({ length: gift.terms === before.terms ? 0 : gift.shards }, (_, n) => n)
    const terms = shards.map((n) => changeShard(table, gift, { n, left: 0, taken: 0 }))
    return { gift, writes: [putGift(table, gift, before), ...audit.writes(record), ...terms] }
  }

  const tryStocking = async (id: string, request: StockChange & By) => {
    const before = await read(id)
    if (!before) return err('unknown-gift' as const)
    if (request.version !== null && before.version !== request.version)
      return err('edited-meanwhile' as const)
    const step = await nextStep(before, request.change)
    if (!step.ok) return step
    const { total, shards, writes, done } = step.value
    const { gift, writes: own } = change(
      before,
      { total, shards },
      { by: request.by, action: 'stock-changed' },
    )
    const written = await table.transact([...own, ...writes])
    return written.ok ? ok({ gift, done }) : retry
  }

  const stepStock = async (id: string, step: StockChange & By) =>
    (await retryOnConflict(table, () => tryStocking(id, step))) ?? err('edited-meanwhile' as const)

  return {
    /** The gift, not published; for the same id the same one. */
    async createGift({ by, ...request }: NewGift & By): Promise<Result<GiftItem, 'idempotency-key-reused'>> {
      const { id, region, asked: digest } = request
      const fresh = { isPublished: false, total: 0, shards: 1, picture: null, version: 1 }
      const gift: GiftItem = { ...request, ...fresh }
      const { id: _, region: __, asked: ___, ...fields } = request
      const record = {
        region,
        by,
        action: 'gift-created' as const,
        subject: id,
        changes: changesOf({}, said(fields)),
      }
      const written = await table.transact([putGift(table, gift, null), ...audit.writes(record)])
      if (written.ok) return ok(gift)
      const existing = await read(id)
      return existing?.asked === digest ? ok(existing) : err('idempotency-key-reused')
    },

    /** Refused where the gift is no more as it was when it was read for editing; `also` is written with it. */
    async changeGift(
      id: string,
      { version, by, ...after }: Partial<GiftFields> & { isPublished: boolean; version: number } & By,
      also: Write[] = [],
    ): Promise<Result<GiftItem, 'unknown-gift' | 'edited-meanwhile'>> {
      const before = await read(id)
      if (!before) return err('unknown-gift')
      if (before.version !== version) return err('edited-meanwhile')
      const { gift, writes } = change(before, after, { by, action: 'gift-changed' })
      if (!(await table.transact([...writes, ...also])).ok) return err('edited-meanwhile')
      await forgetCounts(gift.region)
      return ok(gift)
    },

    /**
     * Pieces more or fewer. Those added go to people who wait, in the order of asking; where so many wait that one
     * transaction does not hold them, it goes in steps, each complete in itself. Throws `TableUnavailable` where it stops
     * between two: a refusal would say that nothing was done.
     */
    async changeStock(
      id: string,
      request: { change: number; version: number } & By,
    ): Promise<Result<GiftItem, 'unknown-gift' | 'edited-meanwhile' | 'stock-taken'>> {
      let left = request.change
      // Whoever edits the gift between two steps is not in the way of the rest.
      let version: number | null = request.version
      try {
        const attempts = createAttempts()
        do {
          attempts.begin()
          const step: StockChange & By = { change: left, version, by: request.by }
          const stepped = await stepStock(id, step)
          if (!stepped.ok) {
            if (left !== request.change) throw new TableUnavailable('only some of the pieces were added')
            return stepped
          }
          stock.forget(id)
          left -= stepped.value.done
          version = null
          if (left === 0) return ok(stepped.value.gift)
        } while (attempts.pauseLeft() !== null)
        throw new TableUnavailable('only some of the pieces were added')
      } finally {
        if (left !== request.change) await forgetCounts(cityOf(id))
      }
    },

    /**
     * Refused where the gift is not any more what was judged; `also` is written with it, and then nothing is tried again: whoever
     * decided in the meantime is not in the way of the gift.
     */
    async changePicture(
      id: string,
      {
        picture,
        by,
        isStale = () => false,
      }: { picture: GivenPicture; isStale?: (now: GiftItem) => boolean } & By,
      also: Write[] = [],
    ): Promise<Result<GiftItem, 'unknown-gift' | 'edited-meanwhile' | 'picture-unusable'>> {
      // Orders go on showing it, so that this use does not end.
      const gone = 'bytes' in picture ? [] : await uses.use([picture.id], id)
      if (gone.length > 0) return err('picture-unusable')
      const changed = await retryOnConflict(table, async () => {
        const before = await read(id)
        if (!before) return err('unknown-gift' as const)
        if (isStale(before)) return err('edited-meanwhile' as const)
        const { gift, writes } = change(before, fieldsOf(picture), { by, action: 'picture-changed' })
        const bytes = 'bytes' in picture ? [putPicture(table, id, picture)] : []
        const written = await table.transact([...writes, ...bytes, ...also])
        if (written.ok) return ok(gift)
        return also.length > 0 ? err('edited-meanwhile' as const) : retry
      })
      if (changed?.ok) await forgetCounts(changed.value.region)
      return changed ?? err('edited-meanwhile')
    },
  }
}

/** What an order is judged by beside the account and the stock. */
const termFields = ['price', 'perPerson', 'isPublished', 'onSaleFrom', 'onSaleUntil', 'outlets'] as const

const withTerms = (before: GiftItem, after: GiftItem): GiftItem => {
  const isSame = termFields.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]))
  return isSame ? after : { ...after, terms: (before.terms ?? 0) + 1 }
}

/** Refused where the gift has another version than the one that was read; null: where there is one. */
const putGift = (table: Table, gift: GiftItem, before: GiftItem | null): Write =>
  table.put(
    { ...giftKey(gift.id), ...gift },
    before === null
      ? { ConditionExpression: 'attribute_not_exists(PK)' }
      : {
          ConditionExpression: '#version = :read',
          names: { '#version': 'version' },
          values: { ':read': before.version },
        },
  )
