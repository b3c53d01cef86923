import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { batchRequestSchema, giftIdSchema, newGiftRequestSchema } from '../../functions/points/contract'
import { pictureTypeOf } from '../../functions/shared/picture'
import * as z from '../../functions/shared/zod'
import drawn from '../../infra/demo/gifts/drawn.json'
import { demoBatch, demoGifts } from '../../infra/demo/gifts/gifts'

const folder = resolve(__dirname, '../../infra/demo/gifts')
const inFolder = (ending: string) => readdirSync(folder).filter((name) => name.endsWith(ending))

describe('the demo gifts', () => {
  it('could have been made by staff', () => {
    for (const { id, pieces: _, picture: __, ...gift } of demoGifts) {
      expect(giftIdSchema.safeParse(id).success).toBe(true)
      const asked = { ...gift, onSaleFrom: null, onSaleUntil: null }
      expect(z.safeParse(newGiftRequestSchema, asked)).toMatchObject({ success: true })
    }
    const { id: _, days: __, ...batch } = demoBatch
    expect(z.safeParse(batchRequestSchema, { ...batch, until: '2027-11-22' })).toMatchObject({
      success: true,
    })
  })

  it('cost what a regular user can earn, in every category, and one of them is sold out', () => {
    const prices = demoGifts.map(({ price }) => price)
    expect([Math.min(...prices), Math.max(...prices)]).toEqual([60, 800])
    expect(new Set(demoGifts.map(({ category }) => category)).size).toBe(3)
    expect(demoGifts.filter(({ pieces }) => pieces === 0)).toHaveLength(1)
  })

  it('have pictures of at most 40 KB, each made from its drawing as it is now (npm run gifts)', () => {
    const drawings = inFolder('.svg').map((name) => [
      name.replace('.svg', ''),
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ])
    expect(Object.fromEntries(drawings)).toEqual(drawn)
    for (const name of inFolder('.webp')) {
      const bytes = readFileSync(join(folder, name))
      expect([name, pictureTypeOf(bytes), bytes.length <= 40 * 1024]).toEqual([name, 'image/webp', true])
    }
    const shown = new Set(demoGifts.map(({ picture }) => `${picture}.webp`))
    expect(inFolder('.webp').filter((name) => !shown.has(name))).toEqual([])
    expect(inFolder('.webp')).toHaveLength(inFolder('.svg').length)
  })
})
