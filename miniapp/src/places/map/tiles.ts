/** The tiles that a browser build was made with; config/tiles.ts writes the setting. */
import * as z from '@common/zod'

const tilesSchema = z.object({
  /** `{z}/{x}/{y}`, with `{s}` for one of `subdomains`; the first lies lowest. */
  urls: z.array(z.string()),
  subdomains: z.string(),
  datum: z.enum(['gcj02', 'wgs84']),
  /** Whose map it is, with its 审图号: always on the map. */
  credit: z.string(),
})
export type Tiles = z.infer<typeof tilesSchema>

/** Null where the build has none. */
export function tilesOf(setting: string): Tiles | null {
  return setting === '' ? null : tilesSchema.parse(JSON.parse(setting))
}
