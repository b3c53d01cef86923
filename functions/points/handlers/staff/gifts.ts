/** Staff keep the gifts of their city. */
import { cityOf } from '../../../shared/city-of'
import { namedBy } from '../../../shared/codes/ids'
import type { Failure } from '../../../shared/http/problems'
import type { HandlerOf } from '../../../shared/http/router'
import { err, ok, type Result } from '../../../shared/result'
import type { StaffGift } from '../../contract'
import type { Places } from '../../dependencies'
import type { pointsOperations } from '../../operations'
import { picturePath } from '../../rules/gifts'
import { stockOf } from '../../rules/stock'
import type { giftDesk } from '../../service/gift/changes'
import type { GiftItem, giftReader } from '../../store/gift/gifts'
import type { Stock } from '../../store/gift/stock'
import type { waitingReader } from '../../store/waiting/places'

export type Showing = {
  stock: Pick<Stock, 'readShards'>
  waiting: Pick<ReturnType<typeof waitingReader>, 'countWaiting'>
}
type Dependencies = Showing & {
  secret: () => Promise<string>
  gifts: ReturnType<typeof giftReader>
  desk: ReturnType<typeof giftDesk>
  places: Pick<Places, 'readPlaces'>
}
type Operations = typeof pointsOperations

export const handleStaffGifts =
  ({ gifts, ...showing }: Pick<Dependencies, 'gifts'> & Showing): HandlerOf<Operations['staffGifts']> =>
  async ({ query: { region } }) => {
    const all = await gifts.listGifts(region, { consistent: true })
    return ok({ json: { gifts: await Promise.all(all.map(toGiftResponse(showing))) } })
  }

export const handleCreateGift =
  (dependencies: Omit<Dependencies, 'gifts'>): HandlerOf<Operations['createGift']> =>
  async ({ session, body, key }) => {
    const { region } = body
    const by = session.person
    const valid = await validateGift(dependencies, region, body, body.outlets)
    if (!valid.ok) return valid
    const id = namedBy(await dependencies.secret(), { what: 'gift', region, by, key }, body)
    const request = { ...body, ...id, outlets: unique(body.outlets), demo: false, by }
    const made = await dependencies.desk.createGift(request)
    return made.ok ? ok({ json: await toGiftResponse(dependencies)(made.value) }) : err({ code: made.error })
  }

/** A change is checked like a new gift, but an outlet that has gone since it was chosen does not block a new price. */
export const validateChange = async (
  { gifts, places }: { gifts: Pick<Dependencies['gifts'], 'readGift'> } & Pick<Dependencies, 'places'>,
  id: string,
  body: Times & { outlets: readonly string[] },
): Promise<Result<null, Failure<'unknown-gift' | 'unknown-outlet'>>> => {
  const before = await gifts.readGift(id, { consistent: true })
  if (!before) return err({ code: 'unknown-gift' })
  const added = body.outlets.filter((outlet) => !before.outlets.includes(outlet))
  return validateGift({ places }, before.region, body, added)
}

export const handleChangeStock =
  ({ desk, ...showing }: Pick<Dependencies, 'desk'> & Showing): HandlerOf<Operations['changeStock']> =>
  async ({ session, params: { id }, body: { change, version } }) => {
    const changed = await desk.changeStock(id, { change, version, by: session.person })
    return changed.ok
      ? ok({ json: await toGiftResponse(showing)(changed.value) })
      : err({ code: changed.error })
  }

export const toGiftResponse =
  ({ stock, waiting }: Showing) =>
  async (gift: GiftItem): Promise<StaffGift> => {
    const [shards, queue] = await Promise.all([
      stock.readShards(gift, { consistent: true }),
      waiting.countWaiting(gift.id),
    ])
    const { taken, handedOver, held } = stockOf(shards)
    const waits = { waiting: queue.count, ...(queue.more && { moreWaiting: true }) }
    const { asked: _, shards: __, terms: ___, ...fields } = gift
    return {
      ...fields,
      picture: picturePath(gift.id, gift.picture),
      taken,
      handedOver,
      held: Math.max(0, held),
      ...waits,
    }
  }

type Times = { onSaleFrom: string | null; onSaleUntil: string | null }

/** What no schema sees: times in their order, and outlets that exist, in the gift's own city. */
const validateGift = async (
  { places }: Pick<Dependencies, 'places'>,
  region: string,
  { onSaleFrom, onSaleUntil }: Times,
  outlets: readonly string[],
): Promise<Result<null, Failure<'unknown-outlet'>>> => {
  if (onSaleFrom !== null && onSaleUntil !== null && Date.parse(onSaleFrom) >= Date.parse(onSaleUntil))
    return err({
      code: 'invalid-request',
      errors: [{ field: 'onSaleUntil', message: 'must be later than onSaleFrom' }],
    })
  const named = unique(outlets)
  const known = await places.readPlaces(named.filter((id) => cityOf(id) === region))
  const valid = known.filter(({ kind }) => kind === 'outlet' || kind === 'hall')
  if (valid.length < named.length)
    return err({
      code: 'unknown-outlet',
      errors: [{ field: 'outlets', message: 'names a place that is no outlet of this city' }],
    })
  return ok(null)
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]
