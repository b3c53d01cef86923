/** What of an entry the law forbids to say, for the editor while writing and for the server. Pure. */
import { isRefused, wordingIn } from '../../shared/wording/find'
import type * as z from '../../shared/zod'
import type { wordingFindingSchema } from '../contract/entries'
import { type Content, textsIn } from '../contract/kinds'

export type WordingFinding = z.infer<typeof wordingFindingSchema>

export const wordingOf = (content: Content): WordingFinding[] =>
  textsIn(content).flatMap(({ text, isOfLaw, block, at, field }) =>
    isOfLaw
      ? []
      : wordingIn(text).map(({ rule, words }) => ({
          block,
          at,
          field,
          rule,
          isRefused: isRefused(rule),
          words,
        })),
  )

export const hasForbiddenWords = (content: Content): boolean =>
  wordingOf(content).some((finding) => finding.isRefused)
