/** Whether something kept on the device is a draft of an exhibit, a gallery or a bulletin. Pure. */
import { blockSchema } from '@common/blocks/block'
import * as z from '@common/zod'
import { galleryKinds } from '@contract/exhibition'
import type { DraftBlock } from '@/shared/blocks/editor/draft'
import type { EntryDraft } from './draft'

/** What is being typed may be too long, or no date yet; only another shape is of another program. */
const limits: readonly string[] = ['too_big', 'too_small', 'invalid_format', 'custom']
function isBlock(value: unknown): value is DraftBlock {
  const parsed = blockSchema.safeParse(value)
  return parsed.success || parsed.error.issues.every(({ code, path }) => isOfTyping(value, code, path))
}
/** Text stands in the place of a number or of captions while it cannot be read. */
const isOfTyping = (block: unknown, code: string, [field, ...rest]: readonly PropertyKey[]): boolean =>
  limits.includes(code) ||
  ((field === 'value' || field === 'captions') &&
    rest.length === 0 &&
    typeof Object(block)[field] === 'string')

const writtenSchema = z.object({
  kind: z.enum(['exhibit', 'gallery', 'bulletin']),
  gallery: z.enum(galleryKinds),
  title: z.string(),
  position: z.string(),
  about: z.string(),
  adultsOnly: z.boolean(),
  blocks: z.array(z.custom<DraftBlock>(isBlock)),
})

/** Whole drafts alone are written; those of another shape have another version. */
export const isEntryDraft = (value: unknown): value is EntryDraft => writtenSchema.safeParse(value).success
