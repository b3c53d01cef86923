/**
 * What somebody has written of an entry and not saved, on this device alone: there again after a lost tab or a dead network. By
 * person and entry; removed once it is saved or given up.
 */
import { type Block, blockSchema } from '@common/blocks/block'
import * as z from '@common/zod'
import { galleryKinds } from '@contract/exhibition'
import { phoneStore, storedValue } from '@/shared/storage'
import type { EntryDraft } from './draft'

/** What is being typed may be too long, or no date yet; only another shape is of another program. */
const limits: readonly string[] = ['too_big', 'too_small', 'invalid_format', 'custom']
function isBlock(value: unknown): value is Block {
  const parsed = blockSchema.safeParse(value)
  return parsed.success || parsed.error.issues.every(({ code }) => limits.includes(code))
}

const writtenSchema = z.object({
  kind: z.enum(['exhibit', 'gallery', 'bulletin']),
  gallery: z.enum(galleryKinds),
  title: z.string(),
  position: z.string(),
  about: z.string(),
  adultsOnly: z.boolean(),
  blocks: z.array(z.custom<Block>(isBlock)),
})
/** Whole drafts alone are written here; those of another shape have another version. */
const draftSchema = z.custom<EntryDraft>((value) => writtenSchema.safeParse(value).success)
const keptSchema = z.object({
  /** ms since 1970, by this device's clock. */
  at: z.number(),
  /** What the server had when the writing began. */
  base: draftSchema,
  draft: draftSchema,
})
/** `base`: what the server had when the writing began. */
export type KeptDraft = { at: number; base: EntryDraft; draft: EntryDraft }

const prefix = 'writing.'
/** Of all persons of this device together. */
const most = 10

const storedDraft = (name: string) => storedValue<KeptDraft>(phoneStore, name, 1, keptSchema)

/** @param subject id of the entry; of a new one its kind and city */
export function deviceDraft(person: string, subject: string) {
  const name = `${prefix}${person}.${subject}`
  const value = storedDraft(name)
  return {
    read: value.read,
    clear: value.clear,
    write(kept: KeptDraft): void {
      makeRoom(name)
      value.write(kept)
    },
  }
}

/** The oldest go where this one would be one too many. */
function makeRoom(name: string): void {
  const others = phoneStore.names().filter((one) => one.startsWith(prefix) && one !== name)
  if (others.length < most) return
  const byAge = others
    .map((one) => ({ one, at: storedDraft(one).read()?.at ?? 0 }))
    .sort((a, b) => a.at - b.at)
  for (const { one } of byAge.slice(0, others.length - most + 1)) phoneStore.remove(one)
}
