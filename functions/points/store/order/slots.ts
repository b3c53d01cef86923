/**
 * The four digits by which an outlet calls an order for one day. An order asks for one number after the other, in an order
 * of its own, until it finds one that is free: so it gets the same again without writing down which.
 */

import { parseItem, secondsOf, type Table } from '../../../shared/aws/table'
import { TableUnavailable } from '../../../shared/aws/unavailable'
import { hmacSha256 } from '../../../shared/codes/hmac'
import { addDays, type Day, startOfDay } from '../../../shared/day'
import * as z from '../../../shared/zod'
import { slotKey } from '../keys'

const slotSchema = z.object({ order: z.string() })
/** Of ten thousand numbers; an outlet that hands over thousands of gifts a day has other worries. */
const maxTries = 64

export type SlotRequest = { order: string; place: string; day: Day }

export const slotStore = (table: Table) => {
  const readSlot = async (place: string, day: Day, slot: string): Promise<string | null> => {
    const item = await table.get(slotKey(place, day, slot), { consistent: true })
    return item && parseItem(slotSchema, item).order
  }

  const claim = async (request: SlotRequest, slot: string): Promise<boolean> => {
    const { order, place, day } = request
    const holder = await readSlot(place, day, slot)
    if (holder !== null) return holder === order
    const item = { ...slotKey(place, day, slot), order, expiresAt: secondsOf(startOfDay(addDays(day, 2))) }
    const put = table.put(item, { ConditionExpression: 'attribute_not_exists(PK)' })
    return (await table.transact([put])).ok || (await readSlot(place, day, slot)) === order
  }

  return {
    /** The order that an outlet calls by that number on that day. */
    readSlot,

    /** The number of an order at its outlet on that day; the same whenever it is asked for. */
    async takeSlot(request: SlotRequest): Promise<string> {
      for (let i = 0; i < maxTries; i++) {
        const slot = numberOf(request, i)
        if (await claim(request, slot)) return slot
      }
      throw new TableUnavailable('no number is free')
    },
  }
}

const numberOf = ({ order, place, day }: SlotRequest, i: number): string => {
  const mac = hmacSha256(`${place}|${day}`, `${order}|${i}`)
  const number = new DataView(mac.buffer, mac.byteOffset).getUint32(0) % 10_000
  return String(number).padStart(4, '0')
}
