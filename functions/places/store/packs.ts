/** Packed catalogues: one compressed document in a few chunks, so that a cold function reads it with one query. */
import { parseItem, secondsOf, type Table } from '../../shared/aws/table'
import * as z from '../../shared/zod'
import { packPartition } from './keys'

/** DynamoDB takes items of at most 400 KB; keys and names need a little. */
const chunkBytes = 350 * 1024

const chunkSchema = z.object({ of: z.int(), bytes: z.instanceof(Uint8Array) })

export type Pack = {
  adcode: string
  /** Which catalogue this is: version, edition and everything else that decides its content. */
  tag: string
  bytes: Uint8Array
  /** Ms since 1970; afterwards nobody asks for this edition any more. */
  expiresAt: number
}

export type PackingClaim = {
  adcode: string
  tag: string
  /** Ms since 1970. */
  now: number
  until: number
}

export const packStore = (table: Table) => ({
  /** Null if it was never packed, or if its last chunks are not to be seen yet. */
  async readPack(adcode: string, tag: string): Promise<Uint8Array | null> {
    const items = await table.query(packPartition(adcode), `${tag}#`, { consistent: false })
    const chunks = items.map((item) => parseItem(chunkSchema, item))
    if (chunks.length === 0 || chunks.some(({ of }) => of !== chunks.length)) return null
    return Buffer.concat(chunks.map(({ bytes }) => bytes))
  },

  /** Whether the caller is to pack it; false while another one is at it. */
  async claimPacking({ adcode, tag, now, until }: PackingClaim): Promise<boolean> {
    const claimed = await table.updateOne(
      { PK: packPartition(adcode), SK: `packing#${tag}` },
      {
        UpdateExpression: 'SET #until = :until, expiresAt = :expiresAt',
        ConditionExpression: 'attribute_not_exists(#until) OR #until < :now',
        names: { '#until': 'until' },
        values: { ':until': until, ':now': now, ':expiresAt': secondsOf(until) },
      },
    )
    return claimed.ok
  },

  /** Whoever packs the same tag writes the same content, so writing it twice does no harm. */
  async writePack({ adcode, tag, bytes, expiresAt }: Pack): Promise<void> {
    const of = Math.ceil(bytes.length / chunkBytes)
    for (let n = 0; n < of; n++) {
      await table.putOne({
        PK: packPartition(adcode),
        SK: `${tag}#${String(n).padStart(3, '0')}`,
        of,
        bytes: bytes.subarray(n * chunkBytes, (n + 1) * chunkBytes),
        expiresAt: secondsOf(expiresAt),
      })
    }
  },
})
