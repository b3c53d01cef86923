/** The words of some bulletins, packed for one item of the table. */
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { unbrotli } from '../../../shared/http/compression'
import * as z from '../../../shared/zod'
import { bulletinCategories } from '../../contract/categories'
import type { Searched } from '../../rules/bulletins/search'
import { mostPackBytes, type Pack } from '../../store/bulletins'

const brotliAsync = promisify(brotliCompress)
/** A tenth larger than the best, in a hundredth of its time. */
const quality = 5

const wordsSchema = z.array(
  z.object({
    id: z.string(),
    category: z.enum(bulletinCategories),
    date: z.string(),
    title: z.string(),
    text: z.string(),
  }),
)

/** Of the longest texts the end is left out where they would not fit. */
export async function packWords(bulletins: readonly Searched[]): Promise<Pack['bytes']> {
  for (let longest = 32_000; ; longest = Math.floor(longest / 2)) {
    const cut = bulletins.map((one) => ({ ...one, text: one.text.slice(0, longest) }))
    const bytes = await brotliAsync(Buffer.from(JSON.stringify(cut)), {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality },
    })
    if (bytes.length <= mostPackBytes || longest < 2) return new Uint8Array(bytes)
  }
}

export const unpackWords = async (bytes: Uint8Array): Promise<Searched[]> =>
  z.parse(wordsSchema, JSON.parse((await unbrotli(bytes)).toString()))
