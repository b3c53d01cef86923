/** What every domain's API promises alike: the shape of an error and the codes any route may answer. */
import { type PersonalNumberKind, personalNumberIn } from './personal-numbers'
import { orAbsent } from './tolerant'
import * as z from './zod'

/** Codes any route may answer. A domain's own contract adds its own; the HTTP status of each stands in `problems.ts`. */
export const commonCodes = [
  'invalid-request',
  'personal-number',
  'unauthenticated',
  'another-person',
  'origin-refused',
  'forbidden',
  'fresh-approval-needed',
  'second-person-needed',
  'second-person-missing',
  'idempotency-key-missing',
  'idempotency-key-stale',
  'idempotency-key-reused',
  'not-found',
  'method-not-allowed',
  'answer-too-large',
  'payload-too-large',
  'unsupported-media-type',
  'rate-limited',
  'unavailable',
  'internal',
] as const
export type CommonCode = (typeof commonCodes)[number]

/**
 * Header of a request that is not public: the id of the person whom the screen was shown to. Where somebody else's token
 * comes with it, nothing is done and the answer is `another-person`. Optional: programs before 0.3 do not send it.
 */
export const actingPersonHeader = 'acting-person'
/** Its value where the screen was shown to nobody; no person's id. */
export const actingNobody = 'nobody'

/** One field that was wrong. `field` is its path in the request, e.g. `lat` or `position.lng`. */
export const fieldErrorSchema = z.object({ field: z.string(), message: z.string() })
export type FieldError = z.infer<typeof fieldErrorSchema>

/** What a screen needs to say more than the code: when it happened, where it belongs. Only where a code promises it. */
export const problemAboutSchema = z.object({
  at: z.optional(z.iso.datetime()),
  place: z.optional(z.string()),
})
export type ProblemAbout = z.infer<typeof problemAboutSchema>

/** RFC 9457 problem document, with our `code` as the stable name of the error. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  requestId: z.optional(z.string()),
  errors: orAbsent(z.array(fieldErrorSchema)),
  about: orAbsent(problemAboutSchema),
  /** What stands now, for the codes that promise it, in the shape that they name. */
  current: z.optional(z.unknown()),
})
export type Problem = z.infer<typeof problemSchema>

/** A calendar day `YYYY-MM-DD` in Asia/Shanghai. */
export const daySchema = z.iso.date()

/** A six-digit GB/T 2260 division code; a city's ends in 00. */
export const adcodeSchema = z.string().check(z.regex(/^[1-9]\d{5}$/))

/** An instant as ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime()

/** `{adcode}-{outletNo}` for an outlet, `{adcode}-{kind}-{8 hex}` for a place that has no number. */
export const placeIdSchema = z.string().check(z.regex(/^[1-9]\d{5}-[0-9A-Za-z-]{1,40}$/))

/** Random, and all that domains know of a person: 20 characters of Crockford's base 32, 100 bits. */
export const personIdSchema = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{20}$/))

/**
 * What people write is shown on screens and printed: control characters would hide or forge something there, and so would
 * marks that turn the direction of writing. Line breaks are for texts that have lines.
 */
const hidden = (character: string) => {
  const code = character.codePointAt(0) ?? 0
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0)
  const turnsDirection = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
  return isControl || turnsDirection
}
export const oneLine = z.refine<string>((text) => ![...text].some(hidden), {
  error: 'must not hold control characters',
})
export const manyLines = z.refine<string>((text) => ![...text.replace(/\n/g, '')].some(hidden), {
  error: 'must not hold control characters other than line breaks',
})

/** Marks what the refinement below finds, so that the answer is a code of its own. */
export const isPersonalNumber = { personalNumber: true } as const
/**
 * Of free text in a request: no telephone, identity or bank card number. Only where it is written: what is stored can always
 * be read.
 */
export const noPersonalNumber = (kinds?: readonly PersonalNumberKind[]) =>
  z.refine<string>((text) => personalNumberIn(text, kinds) === null, {
    error: 'must not hold a number that leads to a person',
    params: isPersonalNumber,
  })

/** Longest JSON body a route accepts, in bytes, unless its operation says otherwise. */
export const maxBodyBytes = 16 * 1024

/** Ends where there is nothing more: null. Opaque to callers. */
export const cursorSchema = z.string().check(z.regex(/^[\w-]{1,200}$/))
