/**
 * What staff write and publish: entries, each with a working text, versions that were submitted, and the one that is public.
 * Only the desk imports this file.
 */
import {
  adcodeSchema,
  cursorSchema,
  instantSchema,
  isPersonalNumber,
  manyLines,
  noPersonalNumber,
  personIdSchema,
} from '../../shared/contract'
import { personalNumberIn } from '../../shared/personal-numbers'
import { openEnum, openUnion } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { type Content, contentSchema, entryIdSchema, entryKinds, textsIn } from './kinds'

export { type Content, contentSchema, type EntryKind, entryKinds } from './kinds'

export const entryKindSchema = z.enum(entryKinds)

/**
 * `draft`: being written. `in-review`: waits for a second person. `scheduled`: approved, will be public at a time. `published`:
 * the working text is what is public. `withdrawn`: taken off, and not changed since. What is public stands beside it in `live`.
 */
export const entryStates = ['draft', 'in-review', 'scheduled', 'published', 'withdrawn'] as const
export const entryStateSchema = z.enum(entryStates)
export type EntryState = z.infer<typeof entryStateSchema>

/** In a request. A telephone may stand in what is written, e.g. where to find help; other numbers of a person may not. */
const isFreeOfPersonalNumbers = z.refine<Content>((content) => isFreeOfPersons(content), {
  error: 'must not hold a number that leads to a person',
  params: isPersonalNumber,
})
export const isFreeOfPersons = (content: Content): boolean =>
  textsIn(content).every(({ text }) => personalNumberIn(text, ['id-number', 'bank-card']) === null)
const contentRequestSchema = contentSchema.check(isFreeOfPersonalNumbers)

const revisionSchema = z.int().check(z.minimum(1))
const versionSchema = z.int().check(z.minimum(1), z.maximum(99_999))
const reasonSchema = z.string().check(z.minLength(1), z.maxLength(300), manyLines, noPersonalNumber())

export const newEntryRequestSchema = z.strictObject({ region: adcodeSchema, content: contentRequestSchema })
/** `base`: the revision that the text was written from. */
export const saveRequestSchema = z.strictObject({ base: revisionSchema, content: contentRequestSchema })
/** `at`: when its author would have it public; whoever approves it decides. */
export const submitRequestSchema = z.strictObject({
  revision: revisionSchema,
  at: z.optional(z.nullable(instantSchema)),
})
/** `version`: the one that was read. `at`: when it is to be public; null: at once. */
export const approveRequestSchema = z.strictObject({
  version: versionSchema,
  at: z.nullable(instantSchema),
  /** Whoever approves has read a text that WeChat could not look at, and answers for it. */
  acceptUnchecked: z.optional(z.literal(true)),
})
/** Another time for what waits for its own. `from`: the one that was seen. `at`: null: at once. */
export const rescheduleRequestSchema = z.strictObject({
  version: versionSchema,
  from: instantSchema,
  at: z.nullable(instantSchema),
})

/** `version`: the one that waits for review, or for its time. */
export const returnRequestSchema = z.strictObject({ version: versionSchema, reason: reasonSchema })
export const restoreRequestSchema = z.strictObject({ version: versionSchema, base: revisionSchema })

/** A row of the list. */
export const entrySummarySchema = z.object({
  id: z.string(),
  region: adcodeSchema,
  kind: openEnum(entryKinds),
  gallery: z.string(),
  title: z.string(),
  position: z.int(),
  state: openEnum(entryStates),
  /** Of the working text: rises with every save. */
  revision: z.int(),
  savedBy: personIdSchema,
  savedAt: instantSchema,
  /** Number of the version that is public, and since when; null: none is. */
  live: z.nullable(z.object({ version: z.int(), at: instantSchema })),
  /** Of the version that waits for a second person. `proposed`: when its author would have it public. */
  review: z.nullable(
    z.object({
      version: z.int(),
      by: personIdSchema,
      at: instantSchema,
      proposed: z.optional(z.nullable(instantSchema)),
    }),
  ),
  /** Of the version that will be public. `by`: who approved it, or chose its time last. */
  schedule: z.nullable(z.object({ version: z.int(), by: personIdSchema, at: instantSchema })),
  /** That the version was sent back to be written on, and why; null once it was submitted again. */
  returned: z.nullable(
    z.object({ version: z.int(), by: personIdSchema, at: instantSchema, reason: z.string() }),
  ),
  /**
   * What WeChat said of the working text. `risky`: cannot be submitted. `unchecked`: not looked at; approving it takes `acceptUnchecked`.
   * Absent from a server of before.
   */
  check: z.optional(openEnum(['pass', 'risky', 'unchecked'])),
  /** Whoever wrote something since the last publication: they may not approve it. */
  writers: z.array(personIdSchema),
})
export type EntrySummary = z.infer<typeof entrySummarySchema>

/** `other`: holds something that this program does not know, and must not be changed with it. */
const shownContentSchema = openUnion(contentSchema, { kind: 'other' as const })

/**
 * What the law forbids to say. `block`: its id, `at`: its place from 0; null outside of blocks. `field`: within it. `rule`: of
 * shared/wording/rules.ts; a later server may know more. `isRefused`: it cannot be submitted; else an advice. `words`: as they stand there.
 */
export const wordingFindingSchema = z.object({
  block: z.nullable(z.string()),
  at: z.nullable(z.int()),
  field: z.string(),
  rule: z.string(),
  isRefused: z.boolean(),
  words: z.string(),
})

export const findingSchema = z.object({ block: z.string(), field: z.string(), code: z.string() })

/** With its working text, and what keeps that from being submitted. */
export const entrySchema = z.object({
  ...entrySummarySchema.shape,
  content: shownContentSchema,
  findings: z.array(findingSchema),
  /** Absent from a server of before. */
  wording: z.optional(z.array(wordingFindingSchema)),
})
export type Entry = z.infer<typeof entrySchema>

export const entriesQuerySchema = z.object({
  region: adcodeSchema,
  kind: entryKindSchema,
  cursor: z.optional(cursorSchema),
})
/** Newest first. */
export const entriesResponseSchema = z.object({
  entries: z.array(entrySummarySchema),
  cursor: z.nullable(cursorSchema),
})

const versionSummaryShape = {
  version: z.int(),
  title: z.string(),
  /** Who submitted it, and when; of a draft that was kept, who saved it last. */
  by: personIdSchema,
  at: instantSchema,
  /** Whoever had written something of it since the publication before. */
  writers: z.array(personIdSchema),
  /** True: a draft that was never submitted, kept when another version was restored in its place. */
  isKept: z.optional(z.boolean()),
}
const versionSummarySchema = z.object(versionSummaryShape)
export type VersionSummary = z.infer<typeof versionSummarySchema>
export const versionsQuerySchema = z.object({ cursor: z.optional(cursorSchema) })
/** Newest first. */
export const versionsResponseSchema = z.object({
  versions: z.array(versionSummarySchema),
  cursor: z.nullable(cursorSchema),
})
export const versionResponseSchema = z.object({ ...versionSummaryShape, content: shownContentSchema })
/** In a path. */
const versionText = z.pipe(
  z.pipe(z.string().check(z.regex(/^[1-9]\d{0,4}$/)), z.transform(Number)),
  versionSchema,
)
export const ofVersionSchema = z.object({ id: entryIdSchema, version: versionText })

export const ofEntrySchema = z.object({ id: entryIdSchema })
