/** What CloudFront does with failures: keeps them by their key for as long as the distribution says, else for ten seconds. */
import * as z from '../../../functions/shared/zod'
import { usualErrorSeconds } from '../../constructs/error-caching'
import { keyHeaders } from '../../constructs/forwarded-headers'
import { resourcesOf, type Template } from '../builds/template'
import { isKeptAt } from './behaviors'
import type { Incoming, Outgoing } from './event'

/** Seconds by status; absent: CloudFront's own ten. */
export type ErrorCaching = ReadonlyMap<number, number>

export type ErrorCache = {
  /** A failure that is still kept for this request. */
  find: (request: Incoming) => Outgoing | null
  keep: (request: Incoming, answer: Outgoing) => void
}

/** Kept whatever the answer says; other 4xx only where it names a lifetime, and none of ours does. */
const alwaysKept = [404, 414, 500, 501, 502, 503, 504]

export const createErrorCache = (caching: ErrorCaching, clock: () => number = Date.now): ErrorCache => {
  const kept = new Map<string, { answer: Outgoing; until: number }>()
  return {
    find: (request) => {
      const key = keyOf(request)
      const found = kept.get(key)
      if (found && found.until > clock()) return found.answer
      kept.delete(key)
      return null
    },
    keep: (request, answer) => {
      const seconds = caching.get(answer.status) ?? usualErrorSeconds
      if (!isKeepable(request) || !alwaysKept.includes(answer.status) || seconds === 0) return
      kept.set(keyOf(request), { answer, until: clock() + seconds * 1000 })
    },
  }
}

const isKeepable = ({ method }: Pick<Incoming, 'method'>) => method === 'GET' || method === 'HEAD'

/** As the behaviour of the path has it: paths that are kept know nobody, calls know who asks. */
const keyOf = ({ method, rawUrl, headers }: Incoming): string => {
  const who = isKeptAt(rawUrl) ? [] : keyHeaders.map((name) => headers[name.toLowerCase()] ?? '')
  return JSON.stringify([isKeepable({ method }) ? 'read' : method, rawUrl, ...who])
}

const distributionSchema = z.object({
  DistributionConfig: z.object({
    CustomErrorResponses: z._default(
      z.array(z.object({ ErrorCode: z.number(), ErrorCachingMinTTL: z.optional(z.number()) })),
      [],
    ),
  }),
})

/** What the web stack's template says. */
export const errorCachingOf = (web: Template): ErrorCaching => {
  const [distribution] = resourcesOf(web, 'AWS::CloudFront::Distribution').values()
  const { CustomErrorResponses } = distributionSchema.parse(distribution).DistributionConfig
  return new Map(
    CustomErrorResponses.map(({ ErrorCode, ErrorCachingMinTTL = usualErrorSeconds }) => [
      ErrorCode,
      ErrorCachingMinTTL,
    ]),
  )
}
