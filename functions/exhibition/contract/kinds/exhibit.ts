/** An exhibit: typed blocks in a gallery. */
import { blocksSchema } from '../../../shared/blocks/block'
import { findingsIn } from '../../../shared/blocks/findings'
import { oneLine } from '../../../shared/contract'
import * as z from '../../../shared/zod'
import { inHallShape } from './in-hall'
import type { Kind } from './kind'
import { written, writtenInBlocks } from './written'

export const exhibitContentSchema = z.strictObject({
  kind: z.literal('exhibit'),
  ...inHallShape,
  title: z.string().check(z.minLength(1), z.maxLength(60), oneLine),
  blocks: blocksSchema,
})

export const exhibitKind: Kind<z.infer<typeof exhibitContentSchema>> = {
  cardOf: ({ gallery, position, title }) => ({ gallery, position, title }),
  nameOf: () => null,
  textsOf: ({ title, blocks }) => [...written({ title }), ...writtenInBlocks(blocks)],
  findingsIn: ({ blocks }) => findingsIn(blocks),
}
