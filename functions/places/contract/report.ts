/** What a passer-by sends about a place. */
import { isPersonalNumber, manyLines } from '../../shared/contract'
import { personalNumberIn } from '../../shared/personal-numbers'
import { listOfKnown } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { doubtSchema, reportFactSchema } from './doubt'
import { amenitySchema } from './words'

/** As it waits on a phone: what was written before numbers were refused can be read. */
export const keptReportSchema = z
  .strictObject({
    fact: reportFactSchema,
    /** Which one ran out; only with `out-of-stock`. */
    amenity: z.optional(amenitySchema),
    note: z.optional(z.string().check(z.trim(), z.maxLength(200), manyLines)),
    /**
     * 把积分记给我: true keeps the reporter's person id with this report until staff have decided, so that an accepted one
     * can give points. Needs a login (else `unauthenticated`, and nothing is written). Absent or false: nobody is kept.
     */
    credit: z.optional(z.boolean()),
  })
  .check(
    z.refine((report) => report.amenity === undefined || report.fact === 'out-of-stock', {
      path: ['amenity'],
      error: 'only with the fact out-of-stock',
    }),
  )

export const reportRequestSchema = keptReportSchema.check(
  z.refine(({ note }) => note === undefined || personalNumberIn(note) === null, {
    path: ['note'],
    error: 'must not hold a number that leads to a person',
    params: isPersonalNumber,
  }),
)

export type ReportRequest = z.infer<typeof reportRequestSchema>

export const reportResponseSchema = z.object({
  /** False: the same source had said the same today already. */
  counted: z.boolean(),
  /** What is doubted about the place after this report. */
  doubts: listOfKnown(doubtSchema),
  /**
   * Only where `credit` was asked for. True: once staff accept the report, its points go to the reporter. False: the report
   * was not counted, or the reporter works at that outlet.
   */
  credited: z.optional(z.boolean()),
})
export type ReportResponse = z.infer<typeof reportResponseSchema>
